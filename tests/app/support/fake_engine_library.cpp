// The fake engine as a library that the programs load in place of the real one: TUNEBENCH_ENGINE names it,
// TUNEBENCH_FAKE_STEP_MS makes its steps slow enough to be interrupted.
#include <chrono>
#include <cstdlib>

#include "core/engine_api/abi.h"
#include "core/engine_api/build_id.h"
#include "tests/support/fake_engine.h"

extern "C" {

tunebench::EngineAbi tunebench_engine_abi() {
    return {.interface_version = tunebench::kEngineInterfaceVersion,
            .cxx11_abi = _GLIBCXX_USE_CXX11_ABI,
            .build_id = tunebench::build_id().data()};
}

tunebench::Engine* tunebench_create_engine() {
    const char* step_ms = std::getenv("TUNEBENCH_FAKE_STEP_MS");
    const std::chrono::milliseconds step(step_ms ? std::strtol(step_ms, nullptr, 10) : 0);
    return tunebench::test::make_fake_engine({.step_duration = step}).release();
}
}
