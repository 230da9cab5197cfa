#include "core/engine_api/loader.h"

#include <cstdlib>
#include <dlfcn.h>

#include <fmt/format.h>

#include "core/engine_api/abi.h"
#include "core/engine_api/build_id.h"

namespace tunebench {
namespace {

constexpr const char* kLibraryName = "libtunebench_engine.so";

Error refusal(const std::filesystem::path& library, std::string_view reason) {
    return {.code = ErrorCode::Unsupported,
            .message = fmt::format("The engine {} cannot be used: {}", library.string(), reason),
            .hint = "Install the engine that came with this version of Tunebench, or rebuild both together."};
}

Result<std::unique_ptr<Engine>> open_engine(const std::filesystem::path& library) {
    // NODELETE: LibTorch does not survive being unloaded.
    void* handle = dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!handle)
        return refusal(library, dlerror());
    const auto abi = reinterpret_cast<TunebenchEngineAbi>(dlsym(handle, "tunebench_engine_abi"));
    const auto create = reinterpret_cast<TunebenchCreateEngine>(dlsym(handle, "tunebench_create_engine"));
    if (!abi || !create)
        return refusal(library, "it is not an engine of Tunebench");
    const auto found = abi();
    if (found.interface_version != kEngineInterfaceVersion)
        return refusal(library, fmt::format("its interface has version {}, this program needs {}",
                                            found.interface_version, kEngineInterfaceVersion));
    if (found.cxx11_abi != _GLIBCXX_USE_CXX11_ABI)
        return refusal(library, "it was built with another C++ library ABI");
    if (build_id() != found.build_id)
        return refusal(library,
                       fmt::format("it is of build {}, this program of {}", found.build_id, build_id()));
    std::unique_ptr<Engine> engine(create());
    if (!engine)
        return refusal(library, "it did not start");
    return engine;
}

std::filesystem::path folder_of_this_program() {
    std::error_code ignored;
    return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
}

}  // namespace

std::vector<std::filesystem::path> engine_candidates() {
    if (const char* chosen = std::getenv("TUNEBENCH_ENGINE"))
        return {chosen};
    const auto folder = folder_of_this_program();
    return {folder / kLibraryName, folder / "../lib" / kLibraryName,
            folder / "../lib/tunebench" / kLibraryName};
}

Result<std::unique_ptr<Engine>> load_engine(const std::vector<std::filesystem::path>& candidates) {
    std::error_code ignored;
    std::string looked;
    for (const auto& candidate : candidates) {
        if (std::filesystem::exists(candidate, ignored))
            return open_engine(candidate);
        looked += (looked.empty() ? "" : ", ") + candidate.lexically_normal().string();
    }
    return Error{
        .code = ErrorCode::NotFound,
        .message = fmt::format("The engine's library {} is missing; looked at: {}", kLibraryName, looked),
        .hint =
            "Training, generation and export need it; history and settings work without. Reinstall "
            "Tunebench, or set TUNEBENCH_ENGINE to the library's path."};
}

}  // namespace tunebench
