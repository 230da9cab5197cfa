#include "core/history/history.h"

#include <mutex>
#include <system_error>
#include <unordered_map>
#include <utility>

#include "core/history/event_lines.h"
#include "core/history/history_files.h"
#include "core/history/history_thread.h"

namespace tunebench {
namespace {

/// The values that History takes, as commands to the history thread.
class PostingHistory final : public History {
public:
    PostingHistory(PreparedHistory prepared, const std::filesystem::path& data_folder,
                   std::function<void()> changed)
        : thread_(std::move(prepared), data_folder, std::move(changed)) {}

    void begin_run(const RunFolder& folder) override {
        const auto file = folder.events_file();
        {
            const std::lock_guard lock(mutex_);
            events_files_[folder.manifest().id] = file;
        }
        thread_.post(BeginRun{folder, size_or_zero(file)});
    }

    void record(const std::string& run_id, const RunEvent& event) override {
        RecordedEvent recorded{run_id, event, {}, {}};
        if (std::holds_alternative<RunStarted>(event) || std::holds_alternative<RunFinished>(event))
            recorded.time = timestamp_now();
        // Knowing the size saves the next start from reading the file.
        if (std::holds_alternative<RunFinished>(event))
            recorded.bytes = events_size(run_id);
        thread_.post(std::move(recorded));
    }

    void set_name(const std::string& run_id, std::string name) override {
        thread_.post(AnnotationChange{.run_id = run_id, .name = std::move(name)});
    }
    void set_tags(const std::string& run_id, std::string tags) override {
        thread_.post(AnnotationChange{.run_id = run_id, .tags = std::move(tags)});
    }
    void set_notes(const std::string& run_id, std::string notes) override {
        thread_.post(AnnotationChange{.run_id = run_id, .notes = std::move(notes)});
    }
    void set_archived(const std::string& run_id, bool archived) override {
        thread_.post(AnnotationChange{.run_id = run_id, .archived = archived});
    }

    void set_starred(const std::string& run_id, bool starred) override {
        thread_.post(AnnotationChange{.run_id = run_id, .starred = starred});
    }
    void set_deleted(const std::string& run_id, bool deleted) override {
        thread_.post(Deletion{run_id, deleted});
    }
    void empty_trash(std::chrono::hours age) override { thread_.post(EmptyTrash{age}); }

    Result<void> flush() override { return thread_.flush(); }
    std::optional<Error> take_error() override { return thread_.take_error(); }
    std::string notice() const override { return thread_.notice(); }

private:
    std::optional<std::uint64_t> events_size(const std::string& run_id) {
        const std::lock_guard lock(mutex_);
        const auto file = events_files_.find(run_id);
        if (file == events_files_.end())
            return {};
        return size_or_zero(file->second);
    }

    std::mutex mutex_;
    std::unordered_map<std::string, std::filesystem::path> events_files_;  // guarded by mutex_
    HistoryThread thread_;
};

}  // namespace

Result<std::unique_ptr<History>> History::open(const std::filesystem::path& data_folder,
                                               std::function<void()> changed) {
    const bool waits = !changed;
    TRY(auto prepared, prepare_history(data_folder));
    std::unique_ptr<History> history;
    try {
        history = std::make_unique<PostingHistory>(std::move(prepared), data_folder, std::move(changed));
    } catch (const std::system_error&) {
        return Error{ErrorCode::Internal, "The system does not let the history start its thread.",
                     "Close other programs and try again."};
    }
    if (waits)
        static_cast<void>(
            history->flush());  // nothing was posted; what could not be taken over is in notice()
    return history;
}

std::filesystem::path History::database_path(const std::filesystem::path& data_folder) {
    return HistoryFiles(data_folder).database;
}

}  // namespace tunebench
