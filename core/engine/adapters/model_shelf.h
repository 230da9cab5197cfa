// ModelShelf: the last model that answered, kept with its tokenizer and its adapters, so that the next
// request loads nothing. What has changed on disk since is loaded again.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/engine/adapters/adapter_set.h"
#include "core/engine_api/engine.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {

class ModelShelf {
public:
    struct Loaded {
        const Tokenizer& tokenizer;
        CausalModel& model;
        double load_seconds = 0.0;    // exactly 0 when nothing had to be read
        double switch_seconds = 0.0;  // for putting the adapters on
    };

    /// The model with the adapters in effect, as GenerateRequest::adapters says, with the head and the tokens
    /// that the first of them asks for. Valid until the next call.
    Result<Loaded> take(const std::filesystem::path& folder, const std::vector<AdapterShare>& adapters,
                        const QuantizationSettings& quantization = {});

    /// Gives the memory back.
    void clear();

private:
    static double seconds_since(std::chrono::steady_clock::time_point begin);

    /// Names, sizes and times of a folder's files: what a changed folder is recognised by.
    using Stamp = std::map<std::string, std::pair<std::uintmax_t, std::filesystem::file_time_type>>;
    static Stamp stamp_of(const std::filesystem::path& folder);

    /// What is loaded anew when it is another.
    struct Base {
        std::filesystem::path folder = {};
        Stamp stamp = {};
        QuantizationSettings quantization = {};
        ModelConfig config = {};  // the folder's own, or what an adapter makes of it
        bool operator==(const Base&) const = default;
    };

    struct Shelved {
        Base base = {};
        Tokenizer tokenizer;
        std::unique_ptr<AdapterSet> adapters = {};
        std::map<std::string, Stamp> adapter_stamps = {};          // by folder
        std::map<std::string, Tokenizer> adapter_tokenizers = {};  // likewise
    };

    // Whether there was something to read.
    Result<bool> load_base(Base base);
    Result<bool> load_adapter_of(const std::filesystem::path& folder);

    std::optional<Shelved> shelved_;
};

}  // namespace tunebench
