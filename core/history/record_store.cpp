#include "core/history/record_store.h"

namespace tunebench {

SampleStore::SampleStore(Database& database)
    : add_(database, "INSERT OR REPLACE INTO samples VALUES (?1, ?2, ?3, ?4, ?5)"),
      remove_(database, "DELETE FROM samples WHERE run = ?1 AND step > ?2") {}

Result<void> SampleStore::add(RunKey run, std::int64_t line, const SampleDone& sample) {
    TRY_VOID(add_.run({run, line, sample.step, sample.prompt, sample.text}));
    return {};
}

Result<void> SampleStore::go_back_to(RunKey run, std::int64_t step) {
    TRY_VOID(remove_.run({run, step}));
    return {};
}

CheckpointStore::CheckpointStore(Database& database)
    : add_(database, "INSERT OR REPLACE INTO checkpoints VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"),
      remove_(database, "DELETE FROM checkpoints WHERE run = ?1 AND name = ?2"),
      clear_(database, "DELETE FROM checkpoints WHERE run = ?1") {}

Result<void> CheckpointStore::add(RunKey run, std::int64_t line, const CheckpointSaved& checkpoint) {
    for (const std::string& name : checkpoint.removed)
        TRY_VOID(remove_.run({run, name}));
    TRY_VOID(add_.run({run, checkpoint.name, line, checkpoint.step, checkpoint.bytes, checkpoint.seconds,
                       checkpoint.is_best}));
    return {};
}

Result<void> CheckpointStore::clear(RunKey run) {
    TRY_VOID(clear_.run({run}));
    return {};
}

WarningStore::WarningStore(Database& database)
    : add_(database, "INSERT OR REPLACE INTO warnings VALUES (?1, ?2, ?3, ?4, ?5)") {}

Result<void> WarningStore::add(RunKey run, std::int64_t line, const RunWarning& warning) {
    TRY_VOID(add_.run({run, line, warning.step, warning.message, warning.hint}));
    return {};
}

MemoryStore::MemoryStore(Database& database)
    : add_(database, "INSERT OR REPLACE INTO memory_peaks VALUES (?1, ?2, ?3, ?4, ?5, ?6)") {}

Result<void> MemoryStore::add(RunKey run, std::int64_t line, const MemoryMeasured& memory) {
    TRY_VOID(add_.run({run, line, memory.step, memory.phase, memory.peak_bytes, memory.resident_bytes}));
    return {};
}

}  // namespace tunebench
