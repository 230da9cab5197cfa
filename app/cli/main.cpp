// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <cstdlib>

#include "app/cli/program.h"
#include "app/library_environment.h"

int main(int argc, char** argv) {
    tunebench::set_library_environment();
    const auto code = tunebench::cli::run_program(argc, argv);
    // Everything of ours is destroyed by now; LibTorch's destructors at exit are not worth their risks.
    std::fflush(nullptr);
    std::quick_exit(static_cast<int>(code));
}
