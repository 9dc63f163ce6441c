"""The HTTP service, one noun per file, thin over `graph`."""
