"""06 When it got dull."""
