"""Papers laid out for A4, on a printer or in a PDF."""
