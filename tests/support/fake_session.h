// The session of the fake engine. Part of fake_engine.h.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

#include "core/run/checkpoint.h"
#include "tests/support/fake_engine.h"
#include "tests/support/fake_training.h"

namespace tunebench::test {

class FakeSession : public Session {
public:
    FakeSession(RunConfig config, RunFolder folder, FakeEngineOptions options, FakeState state,
                std::string resumed_from);

    RunFinished run(const EventSink& sink) override;
    void command(Command command) override;
    bool has_command() override;
    Result<Generation> generate(const GenerateRequest& request, const CancelToken& cancel,
                                const ProgressSink& sink) override;

private:
    void start();
    Result<void> train();
    Result<void> step();
    Result<void> obey_commands();
    Result<void> obey(const Command& command);
    Result<void> adjust(const AdjustCommand& wanted);
    void tell_adjusted(const std::optional<double>& rate, const std::optional<std::int64_t>& every);
    Result<void> pause(const std::string& reason = {});
    Result<void> run_out_of_memory();
    std::optional<Command> next_command(bool wait);
    void evaluate();
    void measure_general();
    void sample(const std::vector<std::string>& prompts);
    Result<void> save(bool is_best);
    Result<void> finish_files();
    RunFinished finish(const Result<void>& trained);
    bool has_validation() const;
    bool is_over() const;
    void phase(RunPhase phase, const std::string& detail = {});

    const RunConfig config_;
    const RunFolder folder_;
    FakeEngineOptions options_;
    const std::int64_t total_steps_;
    const std::string resumed_from_;

    // Worker only.
    FakeState state_;
    const EventSink* sink_ = nullptr;
    std::int64_t first_step_ = 0;
    std::int64_t saved_step_ = -1;
    std::int64_t evaluated_step_ = -1;
    double last_loss_ = 0.0;
    bool paused_ = false;
    bool is_released_ = false;
    std::optional<ExitCause> end_ = {};

    // Shared; guarded by mutex_.
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Command> commands_ = {};
};

}  // namespace tunebench::test
