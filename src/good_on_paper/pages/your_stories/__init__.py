"""The page on what the person did and how, and on who they are known as."""
