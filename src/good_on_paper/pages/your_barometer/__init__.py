"""The page of the barometer: what was felt on the way home, beside what came."""
