// The kill campaign: one uninterrupted run, then runs that are killed with SIGKILL at random moments and
// inside saves, resumed, and compared with it byte by byte.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/base/result.h"

namespace tunebench::faults {

struct CampaignSettings {
    std::filesystem::path program = {};  // tunebench-cli
    std::string run_file = {};
    std::vector<std::string> overrides = {};  // --set
    std::filesystem::path work = {};          // gets a data folder a run
    int kills = 20;                           // the first half at random moments, the rest inside saves
    std::uint64_t seed = 1;
};

struct CampaignResult {
    int identical = 0;
    int inside_saves = 0;  // kills that really left an unfinished save behind
};

class Campaign {
public:
    explicit Campaign(CampaignSettings settings) : settings_(std::move(settings)), random_(settings_.seed) {}

    /// Prints a line a kill. An error when the uninterrupted run fails.
    Result<CampaignResult> run();

private:
    struct Reference {
        std::map<std::string, std::string> hashes = {};
        double seconds = 0.0;
        std::uintmax_t event_bytes = 0;
        std::int64_t saves = 0;
        double save_seconds = 0.0;  // of the longest
    };

    struct Killed {
        bool was_running = false;  // false: it was too quick for us
        bool inside_save = false;
        double after_seconds = 0.0;
    };

    std::vector<std::string> command(const std::filesystem::path& data_folder, bool resume) const;
    Result<Reference> run_uninterrupted(const std::filesystem::path& data_folder) const;
    Killed kill_at_random(const std::filesystem::path& data_folder, const Reference& reference);
    Killed kill_inside_save(const std::filesystem::path& data_folder, const Reference& reference);
    Killed kill_once(const std::filesystem::path& data_folder, const Reference& reference, bool inside_save);
    bool resume_and_compare(const std::filesystem::path& data_folder, const Reference& reference) const;

    CampaignSettings settings_;
    Random random_;
};

}  // namespace tunebench::faults
