// For loops that are compiled for several instruction sets, of which the best is taken at run time.
#pragma once

// The resolvers of clones run before a sanitizer has started.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define TUNEBENCH_CLONES __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define TUNEBENCH_CLONES
#endif
