// HubBench: a local hub, an empty cache, and an access that never sleeps: waits are written down instead.
#pragma once

#include <chrono>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "core/hub/hub.h"
#include "tests/support/local_hub.h"
#include "tests/support/temporary_folder.h"

namespace tunebench::test {

inline const std::string kBenchCommit = "bbc77c8132af1cc5cf678da3f1ddf2de43606d48";

/// `size` bytes without a pattern that a fault could preserve.
inline std::string noise(std::size_t size, unsigned int seed = 1) {
    std::string bytes;
    std::uint32_t state = seed * 2654435761U + 1;
    for (std::size_t i = 0; i < size; ++i) {
        state = state * 1664525U + 1013904223U;
        bytes += static_cast<char>(state >> 24);
    }
    return bytes;
}

class HubBench {
public:
    HubBench() {
        // A proxy of this machine must not see what stays on it.
        setenv("no_proxy", "127.0.0.1", 1);
        setenv("NO_PROXY", "127.0.0.1", 1);
        access.settings = {.endpoint = hub.url(), .cache = folder.path() / "cache"};
        access.policy.wait = [waits = waits](std::chrono::milliseconds time, const CancelToken&) {
            waits->push_back(time);
        };
    }

    /// config.json in git, model.safetensors in LFS.
    LocalRepository small_model(const std::string& weights = noise(3000)) const {
        return {.id = "org/name",
                .commit = kBenchCommit,
                .files = {{"config.json", {.content = "{\"model_type\": \"llama\"}"}},
                          {"model.safetensors", {.content = weights, .is_large = true}}}};
    }

    Result<Download> download(const DownloadRequest& request, const CancelToken& cancel = {}) const {
        return download_repository(
            access, request, [](const DownloadProgress&) {}, cancel);
    }

    Result<Download> download_model() const { return download({.repository = {.id = "org/name"}}); }

    std::filesystem::path cached() const { return access.settings.cache / "models--org--name"; }

    TemporaryFolder folder;
    LocalHub hub;
    HubAccess access = {};
    std::shared_ptr<std::vector<std::chrono::milliseconds>> waits =
        std::make_shared<std::vector<std::chrono::milliseconds>>();
};

}  // namespace tunebench::test
