"""A file an agency sent becomes Sheets: the grids as found, with every cell's place."""
