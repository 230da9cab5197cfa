// An engine on one tiny model, and everything that a session of it told. Part of engine_contract.h.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "core/run/run_folder.h"
#include "tests/support/engine_contract.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench::test::contract {

constexpr std::int64_t kSteps = 12;

/// Runs on one tiny model, each in a folder of its own.
class Bench {
public:
    explicit Bench(const EngineFactory& make) : engine_(make()), config_(tiny_run(inputs_.path(), kSteps)) {}

    Engine& engine() { return *engine_; }
    RunConfig& config() { return config_; }
    std::filesystem::path inputs() const { return inputs_.path(); }

    RunFolder new_folder() {
        auto folder = RunFolder::create(
            runs_.path(), {.id = new_run_id(), .config = config_, .created_at = timestamp_now()});
        EXPECT_TRUE(folder) << folder.error().message;
        return *std::move(folder);
    }

    std::unique_ptr<Session> session(const RunFolder& folder, bool resume = false) {
        auto session = engine_->start(config_, folder, resume, {});
        EXPECT_TRUE(session) << session.error().message;
        return session ? *std::move(session) : nullptr;
    }

private:
    TemporaryFolder inputs_;
    TemporaryFolder runs_;
    std::unique_ptr<Engine> engine_;
    RunConfig config_;
};

struct Recording {
    std::vector<RunEvent> events = {};
    RunFinished finished = {};

    template <class Event>
    std::vector<Event> all() const {
        std::vector<Event> found;
        for (const auto& event : events)
            if (const auto* match = std::get_if<Event>(&event))
                found.push_back(*match);
        return found;
    }
};

/// `react` is called for every event and may send commands to the session.
Recording record(Session& session, const std::function<void(const RunEvent&)>& react = {});

bool is_step(const RunEvent& event, std::int64_t number);

/// By name, the bytes of each.
std::map<std::string, std::string> files_in(const std::filesystem::path& folder);

}  // namespace tunebench::test::contract
