// An empty file: the precompiled header needs one target that owns it.
