"""Evidence -> what to ask, of whom, and what a good answer is to this person."""
