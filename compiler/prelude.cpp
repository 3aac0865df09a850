// Only carries the precompiled header that all folders share.
