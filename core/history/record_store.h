// What a run leaves besides its curves, one store a subject: samples, checkpoints, warnings, memory peaks.
// Called inside a transaction. `line` is the event's line in events.jsonl, counted from 0.
#pragma once

#include "core/base/result.h"
#include "core/history/run_store.h"
#include "core/history/statement.h"
#include "core/jobs/run_event.h"

namespace tunebench {

class SampleStore {
public:
    explicit SampleStore(Database& database);
    Result<void> add(RunKey run, std::int64_t line, const SampleDone& sample);
    Result<void> go_back_to(RunKey run, std::int64_t step);  // forgets those of later steps

private:
    Statement add_;
    Statement remove_;
};

class CheckpointStore {
public:
    explicit CheckpointStore(Database& database);
    /// Also forgets those that the new one's retention took away.
    Result<void> add(RunKey run, std::int64_t line, const CheckpointSaved& checkpoint);
    Result<void> clear(RunKey run);

private:
    Statement add_;
    Statement remove_;
    Statement clear_;
};

class WarningStore {
public:
    explicit WarningStore(Database& database);
    Result<void> add(RunKey run, std::int64_t line, const RunWarning& warning);

private:
    Statement add_;
};

class MemoryStore {
public:
    explicit MemoryStore(Database& database);
    Result<void> add(RunKey run, std::int64_t line, const MemoryMeasured& memory);

private:
    Statement add_;
};

}  // namespace tunebench
