"""How good the extraction is: what it says held against what people say."""
