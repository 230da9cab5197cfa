#include "core/history/reconcile.h"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "core/base/sweep_temporaries.h"
#include "core/history/history_files.h"
#include "core/history/trash.h"

namespace tunebench {
namespace {

// A folder that is being made for a run is renamed within moments.
constexpr std::chrono::hours kAbandonedAfter{24};

bool holds_run(const std::filesystem::path& folder) {
    std::error_code missing;
    return std::filesystem::exists(folder / "run.json", missing);
}

std::vector<std::filesystem::path> folders_in(const std::filesystem::path& parent) {
    std::vector<std::filesystem::path> folders;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(parent, error), end; !error && entry != end;
         entry.increment(error)) {
        const bool is_unfinished = entry->path().filename().string().starts_with('.');
        if (!is_unfinished && holds_run(entry->path()))
            folders.push_back(entry->path());
    }
    std::sort(folders.begin(), folders.end());  // by date, so that new runs get their keys in order
    return folders;
}

/// Another process is about to start a run there; that it will train is not certain yet.
bool is_beginning(const std::filesystem::path& folder) {
    return size_or_zero(folder / "events.jsonl") == 0 && RunLock::is_held(folder);
}

/// The run that is in this folder and no longer where the history has it; null: none.
KnownRun* renamed_run(std::vector<KnownRun>& known, const std::filesystem::path& folder) {
    if (std::ranges::all_of(known, [](const KnownRun& run) { return holds_run(run.folder); }))
        return nullptr;
    const auto here = RunFolder::open(folder);
    if (!here)
        return nullptr;
    const auto run = std::ranges::find(known, here->manifest().id, &KnownRun::id);
    return run != known.end() && !holds_run(run->folder) ? &*run : nullptr;
}

bool is_up_to_date(const KnownRun& run) {
    return !is_unfinished(run.status) && run.position.bytes &&
           *run.position.bytes == size_or_zero(run.folder / "events.jsonl");
}

}  // namespace

bool Reconciliation::is_in_trash(const std::filesystem::path& folder) const {
    return folder.parent_path() == HistoryFiles(history_.data_folder()).trash;
}

Result<void> Reconciliation::survey() {
    std::vector<KnownRun> known;
    const auto look = [&]() -> Result<void> {
        TRY(known, history_.runs().all());
        return {};
    };
    TRY_VOID(history_.write(Database::Durability::Normal, look));
    std::unordered_map<std::string, KnownRun*> by_folder;
    for (KnownRun& run : known)
        by_folder.emplace(run.folder.filename().string(), &run);
    const HistoryFiles files(history_.data_folder());
    sweep_temporaries(files.runs, kAbandonedAfter);
    std::vector<std::filesystem::path> folders = folders_in(files.runs);
    std::error_code ignored;
    // A run that is in both was imported again after it was deleted.
    for (auto& folder : folders_in(files.trash))
        if (!std::filesystem::exists(files.runs / folder.filename(), ignored))
            folders.push_back(std::move(folder));
    for (const auto& folder : folders) {
        const auto found = by_folder.find(folder.filename().string());
        KnownRun* run = found != by_folder.end() ? found->second : renamed_run(known, folder);
        if (run != nullptr)
            TRY_VOID(follow(*run, folder));
        else if (!is_beginning(folder))
            todo_.push_back({{}, folder});
    }
    for (const KnownRun& run : known) {
        if (!is_up_to_date(run) && !RunLock::is_held(run.folder))
            todo_.push_back({run.id, run.folder});
    }
    surveyed_ = true;
    return {};
}

/// A folder that somebody renamed, or that was moved into the trash or out of it: the row was not written
/// before the process was killed.
Result<void> Reconciliation::follow(KnownRun& run, const std::filesystem::path& folder) {
    const bool is_deleted = is_in_trash(folder);
    const bool is_deleted_as_known = is_deleted != run.deleted_at.empty();
    if (is_deleted_as_known && run.folder.filename() == folder.filename())
        return {};
    run.folder = folder;
    if (!is_deleted_as_known)
        run.deleted_at = is_deleted ? timestamp_now() : std::string();
    return history_.write(Database::Durability::Full,
                          [&] { return history_.runs().set_place(run.id, run.folder, run.deleted_at); });
}

Result<bool> Reconciliation::step() {
    if (!surveyed_) {
        TRY_VOID(survey());
        return true;
    }
    if (catching_up_) {
        TRY(const bool more, catching_up_->step());
        if (more)
            return true;
        if (const auto& unreadable = catching_up_->file_error())
            problems_.push_back(unreadable->message);
        catching_up_.reset();
        TRY_VOID(mark_if_interrupted());
        return true;
    }
    if (todo_.empty()) {
        TRY(const bool summarised, summarise_next());
        return summarised ? Result<bool>(true) : Trash(history_).empty_step(History::kTrashTime);
    }
    Work work = std::move(todo_.front());
    todo_.pop_front();
    TRY_VOID(begin(std::move(work)));
    return true;
}

Result<void> Reconciliation::begin(Work work) {
    current_ = std::move(work);
    if (current_.id.empty()) {
        TRY(current_.id, add(current_.folder));
    }
    if (current_.id.empty())
        return {};
    TRY(auto catching_up, CatchUp::start(history_, current_.id, current_.folder / "events.jsonl"));
    catching_up_.emplace(std::move(catching_up));
    return {};
}

/// Where the history has the run already; empty when it is not known, or its folder has moved here.
Result<std::filesystem::path> Reconciliation::other_folder_of(const std::string& id,
                                                              const std::filesystem::path& folder) {
    std::filesystem::path known;
    TRY_VOID(history_.write(Database::Durability::Normal, [&]() -> Result<void> {
        TRY(known, history_.runs().folder(id));
        return {};
    }));
    std::error_code missing;
    const bool is_other =
        !known.empty() && holds_run(known) && !std::filesystem::equivalent(known, folder, missing);
    return is_other ? known : std::filesystem::path();
}

/// The id; empty when the folder holds no run that can be read, or a copy of one.
Result<std::string> Reconciliation::add(const std::filesystem::path& folder) {
    const auto run = RunFolder::open(folder);
    if (!run) {
        problems_.push_back(run.error().message);
        return std::string();
    }
    const std::string id = run->manifest().id;
    TRY(const auto original, other_folder_of(id, folder));
    if (!original.empty()) {
        problems_.push_back(fmt::format("{} is a copy of the run in {} and was left out", folder.string(),
                                        original.string()));
        return std::string();
    }
    const auto annotations = read_annotations(folder);
    if (!annotations)
        problems_.push_back(annotations.error().message);
    const auto add_row = [&]() -> Result<void> {
        TRY_VOID(history_.runs().add(*run));
        if (is_in_trash(folder))
            TRY_VOID(history_.runs().set_place(id, folder, timestamp_now()));
        if (annotations && *annotations)
            return history_.runs().set_annotations(id, **annotations);
        return {};
    };
    TRY_VOID(history_.write(Database::Durability::Normal, add_row));
    return id;
}

Result<void> Reconciliation::mark_if_interrupted() {
    if (is_ours_(current_.id) || RunLock::is_held(current_.folder))
        return {};
    return history_.write(Database::Durability::Full, [&]() -> Result<void> {
        TRY(const auto position, history_.runs().find(current_.id));
        TRY(const auto progress, history_.runs().progress(position ? position->key : 0));
        if (!is_unfinished(progress.status))
            return {};
        return history_.events().set_status(current_.id, RunStatus::Interrupted);
    });
}

Result<bool> Reconciliation::summarise_next() {
    SummaryStore& summaries = history_.events().summaries();
    if (!without_summaries_) {
        TRY_VOID(history_.write(Database::Durability::Normal, [&]() -> Result<void> {
            TRY(const auto missing, summaries.missing());
            without_summaries_.emplace(missing.begin(), missing.end());
            return {};
        }));
    }
    if (without_summaries_->empty())
        return false;
    const auto run = std::move(without_summaries_->front());
    without_summaries_->pop_front();
    TRY_VOID(history_.write(Database::Durability::Normal, [&] { return summaries.keep(run.key, run.id); }));
    return true;
}

std::string Reconciliation::notice() const {
    if (problems_.empty())
        return {};
    if (problems_.size() == 1)
        return problems_.front();
    return fmt::format("{} ({} more runs could not be read completely.)", problems_.front(),
                       problems_.size() - 1);
}

}  // namespace tunebench
