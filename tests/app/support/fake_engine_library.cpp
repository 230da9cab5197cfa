// The fake engine as a library that the programs load in place of the real one: TUNEBENCH_ENGINE names it,
// TUNEBENCH_FAKE_STEP_MS makes its steps slow enough to be interrupted, and in the step that
// TUNEBENCH_FAKE_OUT_OF_MEMORY_AT names memory runs out.
#include <chrono>
#include <cstdlib>

#include "core/engine_api/abi.h"
#include "core/engine_api/build_id.h"
#include "tests/support/fake_engine.h"

namespace {

/// 0 without that variable.
long number_in(const char* variable) {
    const char* text = std::getenv(variable);
    return text ? std::strtol(text, nullptr, 10) : 0;
}

}  // namespace

extern "C" {

tunebench::EngineAbi tunebench_engine_abi() {
    return {.interface_version = tunebench::kEngineInterfaceVersion,
            .cxx11_abi = _GLIBCXX_USE_CXX11_ABI,
            .build_id = tunebench::build_id().data()};
}

tunebench::Engine* tunebench_create_engine() {
    const std::chrono::milliseconds step(number_in("TUNEBENCH_FAKE_STEP_MS"));
    return tunebench::test::make_fake_engine(
               {.step_duration = step, .out_of_memory_at = number_in("TUNEBENCH_FAKE_OUT_OF_MEMORY_AT")})
        .release();
}
}
