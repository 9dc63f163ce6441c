"""What is known about actors, and the choice of an identity for a group of mentions."""
