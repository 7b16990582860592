// All it does is in its post step.
