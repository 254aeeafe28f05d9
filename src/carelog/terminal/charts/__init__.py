"""What pages draw: lines, bars, strips, grids."""
