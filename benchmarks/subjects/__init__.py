"""What is measured, a module each: `lines()` takes the figures."""
