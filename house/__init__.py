"""What ``run.py`` does: make the environment, open the kit, run the checks. Standard library only."""
