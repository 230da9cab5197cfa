// A RunHost with a fake engine for tests, and everything that came out of it.
#pragma once

#include <condition_variable>
#include <fstream>
#include <mutex>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/jobs/run_event_json.h"
#include "core/run/run_host.h"
#include "tests/support/fake_engine.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench::test {

/// A host with a fake engine, and everything that came out of it.
class HostFixture : public testing::Test {
protected:
    ~HostFixture() override { host_.reset(); }

    void SetUp() override { config_ = tiny_run(inputs_.path(), 30); }

    RunHost& host(const FakeEngineOptions& options = {}) {
        if (!host_)
            host_ = std::make_unique<RunHost>(
                [options]() -> Result<std::unique_ptr<Engine>> { return make_fake_engine(options); },
                data_.path(), nullptr, [this] { wake(); }, keep_models_for_);
        return *host_;
    }

    RunHost& slow_host() { return host({.step_duration = std::chrono::milliseconds(2)}); }

    void end_host() { host_.reset(); }

    /// Takes events until `wanted` accepts one of them.
    template <class Wanted>
    const HostEvent* wait_for(Wanted wanted) {
        while (true) {
            for (; looked_at_ < events_.size(); ++looked_at_)
                if (wanted(events_[looked_at_]))
                    return &events_[looked_at_++];
            std::unique_lock lock(mutex_);
            if (!woken_.wait_for(lock, std::chrono::seconds(60), [this] { return pending_; })) {
                ADD_FAILURE() << "no event within a minute";
                return nullptr;
            }
            pending_ = false;
            lock.unlock();
            for (auto& event : host_->take_events())
                events_.push_back(std::move(event));
        }
    }

    template <class Event>
    const Event* wait_for_run_event() {
        const auto* found =
            wait_for([](const HostEvent& event) { return run_event<Event>(event) != nullptr; });
        return found ? run_event<Event>(*found) : nullptr;
    }

    template <class Report>
    HostReply<Report> wait_for_reply(std::int64_t request) {
        const auto* found = wait_for([&](const HostEvent& event) {
            const auto* reply = std::get_if<HostReply<Report>>(&event);
            return reply && reply->request == request;
        });
        return found ? std::get<HostReply<Report>>(*found) : HostReply<Report>{.report = Error{}};
    }

    HostRunStarted wait_for_started() {
        const auto* found =
            wait_for([](const HostEvent& e) { return std::holds_alternative<HostRunStarted>(e); });
        return found ? std::get<HostRunStarted>(*found) : HostRunStarted{.folder = Error{}};
    }

    void wait_for_step(std::int64_t step) {
        wait_for([step](const HostEvent& event) {
            const auto* done = run_event<StepDone>(event);
            return done && done->step >= step;
        });
    }

    void wait_for_phase(RunPhase phase) {
        wait_for([phase](const HostEvent& event) {
            const auto* changed = run_event<PhaseChanged>(event);
            return changed && changed->phase == phase;
        });
    }

    template <class Event>
    static const Event* run_event(const HostEvent& event) {
        const auto* of_run = std::get_if<HostRunEvent>(&event);
        return of_run ? std::get_if<Event>(&of_run->event) : nullptr;
    }

    static std::vector<RunEvent> recorded(const std::filesystem::path& folder) {
        std::ifstream file(folder / "events.jsonl");
        std::vector<RunEvent> events;
        std::string line;
        while (std::getline(file, line))
            if (const auto event = run_event_from_line(line, "events.jsonl"))
                events.push_back(event->event);
        return events;
    }

    std::string result_of(const std::filesystem::path& folder) {
        const auto bytes = read_file(folder / "adapter" / "weights.json", 1 << 20);
        return bytes ? *bytes : "no result";
    }

    std::size_t run_folders() const {
        std::error_code none;
        std::size_t count = 0;
        for (std::filesystem::directory_iterator it(data_.path() / "runs", none), end; !none && it != end;
             ++it)
            ++count;
        return count;
    }

    RunConfig config_ = {};
    std::chrono::milliseconds keep_models_for_ = RunHost::kKeepModelsFor;
    TemporaryFolder inputs_;
    TemporaryFolder data_;
    std::vector<HostEvent> events_ = {};
    int wakes_ = 0;

private:
    void wake() {
        const std::lock_guard lock(mutex_);
        pending_ = true;
        ++wakes_;
        woken_.notify_one();
    }

    std::size_t looked_at_ = 0;
    std::mutex mutex_;
    std::condition_variable woken_;
    bool pending_ = false;
    std::unique_ptr<RunHost> host_;
};

}  // namespace tunebench::test
