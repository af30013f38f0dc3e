// Stands for parts of a compiler that are not used.
