"""The page of what the person did and how, and of who they are known as."""
