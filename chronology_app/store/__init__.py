"""A review lives in one encrypted file. The only code that knows SQL."""
