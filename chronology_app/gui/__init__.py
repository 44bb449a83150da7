"""Windows. The only code that knows Qt."""
