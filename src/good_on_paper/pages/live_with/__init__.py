"""07 What you can live with."""
