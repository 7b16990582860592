// Everything happens in the post step.
