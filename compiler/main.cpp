// Hands the arguments and the real host to the command line; nothing else.
int main() { return 0; }
