"""The page with the barometer: what the person felt on the way home, beside what came."""
