// What is posted to the history thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "core/jobs/run_event.h"
#include "core/run/run_folder.h"

namespace tunebench {

struct BeginRun {
    RunFolder folder;
    std::uint64_t size = 0;  // of events.jsonl at that moment: what is recorded later comes behind it
};

struct RecordedEvent {
    std::string run_id = {};
    RunEvent event = {};
    std::string time = {};  // for events that store it
    std::optional<std::uint64_t> bytes =
        {};  // size of events.jsonl with this event, for the last one of a session
};

/// Only what is set changes.
struct AnnotationChange {
    std::string run_id = {};
    std::optional<std::string> name = {};
    std::optional<std::string> tags = {};
    std::optional<std::string> notes = {};
    std::optional<bool> archived = {};
    std::optional<bool> starred = {};
};

/// Into the trash, or out of it.
struct Deletion {
    std::string run_id = {};
    bool deleted = true;
};

struct EmptyTrash {
    std::chrono::hours age{0};
};

using HistoryCommand = std::variant<BeginRun, RecordedEvent, AnnotationChange, Deletion, EmptyTrash>;

/// Written at once and synced to the disk, where steps may wait a quarter of a second.
bool is_urgent(const HistoryCommand& command);

}  // namespace tunebench
