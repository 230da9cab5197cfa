#include "core/history/batch_writer.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/history/catch_up.h"
#include "core/history/event_lines.h"
#include "core/history/trash.h"

namespace tunebench {
namespace {

bool is_state_change(const RunEvent& event) {
    if (const auto* phase = std::get_if<PhaseChanged>(&event))
        return phase->phase == RunPhase::Paused;
    return std::holds_alternative<RunStarted>(event) || std::holds_alternative<CheckpointSaved>(event) ||
           std::holds_alternative<RunFinished>(event);
}

}  // namespace

bool is_urgent(const HistoryCommand& command) {
    const auto* recorded = std::get_if<RecordedEvent>(&command);
    return !recorded || is_state_change(recorded->event);
}

bool BatchWriter::is_owing() const {
    return !changes_.empty() || std::any_of(sessions_.begin(), sessions_.end(),
                                            [](const auto& entry) { return entry.second.is_behind; });
}

void BatchWriter::note(const Result<void>& result) {
    if (!result)
        errors_.push_back(result.error());
}

Result<void> BatchWriter::write(std::vector<HistoryCommand> batch) {
    errors_.clear();
    write_owed();
    for (HistoryCommand& command : batch) {
        if (is_urgent(command))
            durability_ = Database::Durability::Full;
        if (const auto* begun = std::get_if<BeginRun>(&command)) {
            write_placed();
            begin(*begun);
        } else if (auto* recorded = std::get_if<RecordedEvent>(&command)) {
            place(std::move(*recorded));
        } else if (auto* change = std::get_if<AnnotationChange>(&command)) {
            changes_.push_back(std::move(*change));
        } else {
            write_placed();
            note(put_away(command));
        }
    }
    write_placed();
    if (!errors_.empty())
        return errors_.front();
    return {};
}

void BatchWriter::begin(const BeginRun& command) {
    const std::string& id = command.folder.manifest().id;
    Session session{command.folder.events_file(), 0, false, {}};
    const auto lines = count_lines(session.events_file, command.size);
    if (!lines) {
        note(lines.error());
        return;
    }
    session.next_line = *lines;
    if (const auto begun = begin_in_database(command.folder, session); !begun) {
        note(begun);
        session.is_behind = true;
        session.to_begin = command.folder;
    }
    sessions_[id] = std::move(session);
}

Result<void> BatchWriter::put_away(const HistoryCommand& command) {
    Trash trash(history_);
    if (const auto* deletion = std::get_if<Deletion>(&command))
        return trash.set_deleted(deletion->run_id, deletion->deleted);
    return trash.empty(std::get<EmptyTrash>(command).age);
}

Result<void> BatchWriter::begin_in_database(const RunFolder& folder, Session& session) {
    const std::string& id = folder.manifest().id;
    std::error_code ignored;
    const bool has_file = std::filesystem::exists(session.events_file, ignored);
    const auto add = [&]() -> Result<void> {
        TRY_VOID(history_.runs().add(folder));
        TRY(const auto position, history_.runs().find(id));
        const std::int64_t known = position ? position->lines : 0;
        // The file lost its end in a power cut: it is the truth.
        if (known > session.next_line && has_file)
            TRY_VOID(history_.events().clear(id));
        else if (!has_file)
            session.next_line = known;
        return history_.events().set_status(id, RunStatus::Running);
    };
    TRY_VOID(history_.write(Database::Durability::Full, add));
    return has_file ? catch_up(history_, id, session.events_file) : Result<void>();
}

void BatchWriter::place(RecordedEvent event) {
    const auto session = sessions_.find(event.run_id);
    if (session == sessions_.end()) {
        note(Error{ErrorCode::Internal,
                   fmt::format("An event of run {} came before the run had begun.", event.run_id)});
        return;
    }
    LinedEvent lined{std::move(event.run_id), session->second.next_line++, std::move(event.event),
                     std::move(event.time), event.bytes};
    if (!session->second.is_behind)
        placed_.push_back(std::move(lined));
}

void BatchWriter::write_owed() {
    for (auto& [id, session] : sessions_) {
        if (!session.is_behind)
            continue;
        const auto written = session.to_begin ? begin_in_database(*session.to_begin, session)
                                              : catch_up(history_, id, session.events_file);
        note(written);
        if (!written)
            return;
        session.is_behind = false;
        session.to_begin.reset();
    }
}

void BatchWriter::write_placed() {
    if (placed_.empty() && changes_.empty())
        return;
    std::vector<Error> refused;
    const auto written = history_.write(durability_, [&]() -> Result<void> {
        refused.clear();
        changed_.clear();
        for (const LinedEvent& event : placed_)
            TRY_VOID(history_.events().write(event));
        for (const AnnotationChange& wanted : changes_) {
            const auto done = change(wanted);
            if (!done && done.error().code != ErrorCode::NotFound)
                return done;
            if (!done)
                refused.push_back(done.error());
        }
        return {};
    });
    note(written);
    if (written) {
        errors_.insert(errors_.end(), refused.begin(), refused.end());
        changes_.clear();
        keep_in_folders();
    } else {
        for (const LinedEvent& event : placed_)
            sessions_[event.run_id].is_behind = true;
    }
    placed_.clear();
    durability_ = Database::Durability::Normal;
}

Result<void> BatchWriter::change(const AnnotationChange& change) {
    TRY(auto annotations, history_.runs().annotations(change.run_id));
    if (!annotations)
        return Error{ErrorCode::NotFound, fmt::format("The history has no run {}.", change.run_id)};
    annotations->name = change.name.value_or(annotations->name);
    annotations->tags = change.tags.value_or(annotations->tags);
    annotations->notes = change.notes.value_or(annotations->notes);
    annotations->archived = change.archived.value_or(annotations->archived);
    annotations->starred = change.starred.value_or(annotations->starred);
    TRY_VOID(history_.runs().set_annotations(change.run_id, *annotations));
    TRY(auto folder, history_.runs().folder(change.run_id));
    changed_.push_back({std::move(folder), *std::move(annotations)});
    return {};
}

/// A run whose folder was deleted has them in the database only.
void BatchWriter::keep_in_folders() {
    for (const Changed& run : changed_) {
        std::error_code ignored;
        if (std::filesystem::is_directory(run.folder, ignored))
            note(write_annotations(run.folder, run.annotations));
    }
    changed_.clear();
}

}  // namespace tunebench
