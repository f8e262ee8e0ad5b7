"""The papers that a person takes along."""
