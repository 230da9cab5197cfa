// What the engine's library exports, and what the loader checks before it calls anything else.
#pragma once

#include <cstdint>

namespace tunebench {

class Engine;

/// Raised whenever a type in engine_api, run or jobs changes its layout or meaning.
inline constexpr std::uint32_t kEngineInterfaceVersion = 5;

struct EngineAbi {
    std::uint32_t interface_version = 0;
    std::uint32_t cxx11_abi = 0;     // _GLIBCXX_USE_CXX11_ABI
    const char* build_id = nullptr;  // version and build type; must equal core's
};

}  // namespace tunebench

extern "C" {
/// Exported as `tunebench_engine_abi` and `tunebench_create_engine`; the latter never throws.
using TunebenchEngineAbi = tunebench::EngineAbi (*)();
using TunebenchCreateEngine = tunebench::Engine* (*)();
}
