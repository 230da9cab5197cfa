#include "core/history/catch_up.h"

#include "core/jobs/run_event_json.h"

namespace tunebench {
namespace {

constexpr std::size_t kPieceLines = 2000;

Result<std::int64_t> lines_in_database(HistoryWriter& history, const std::string& run_id) {
    std::int64_t lines = 0;
    const auto look = [&]() -> Result<void> {
        TRY(const auto position, history.runs().find(run_id));
        lines = position ? position->lines : 0;
        return {};
    };
    TRY_VOID(history.write(Database::Durability::Normal, look));
    return lines;
}

}  // namespace

Result<CatchUp> CatchUp::start(HistoryWriter& history, std::string run_id,
                               const std::filesystem::path& events_file) {
    CatchUp result(history, std::move(run_id));
    result.open(events_file);
    if (!result.lines_)
        return result;
    TRY(const auto known, lines_in_database(history, result.run_id_));
    const auto is_long_enough = result.skip(known);
    if (!is_long_enough)
        result.file_error_ = is_long_enough.error();
    if (!is_long_enough || *is_long_enough)
        return result;
    TRY_VOID(
        history.write(Database::Durability::Normal, [&] { return history.events().clear(result.run_id_); }));
    result.open(events_file);
    return result;
}

/// A file that is not there has no lines.
void CatchUp::open(const std::filesystem::path& events_file) {
    lines_.reset();
    auto lines = EventLines::open(events_file);
    if (lines)
        lines_ = *std::move(lines);
    else if (lines.error().code != ErrorCode::NotFound)
        file_error_ = lines.error();
}

Result<bool> CatchUp::skip(std::int64_t lines) {
    while (lines_->line() < lines) {
        TRY(const auto line, lines_->next());
        if (!line)
            return false;
    }
    return true;
}

Result<std::vector<LinedEvent>> CatchUp::read_piece() {
    std::vector<LinedEvent> piece;
    while (piece.size() < kPieceLines) {
        const std::int64_t number = lines_->line();
        TRY(const auto text, lines_->next());
        if (!text)
            break;
        LinedEvent lined{run_id_, number, {}, {}, lines_->bytes()};
        if (auto read = run_event_from_line(*text, run_id_)) {
            lined.event = std::move(read->event);
            lined.time = std::move(read->time);
        } else {
            ++unreadable_;
        }
        piece.push_back(std::move(lined));
    }
    return piece;
}

Result<bool> CatchUp::step() {
    if (!lines_ || file_error_)
        return false;
    const auto piece = read_piece();
    if (!piece) {
        file_error_ = piece.error();
        return false;
    }
    const auto write_piece = [&]() -> Result<void> {
        for (const LinedEvent& event : *piece)
            TRY_VOID(history_->events().write(event));
        // Even without a new line: the size may not have been known yet.
        if (piece->size() < kPieceLines)
            return history_->events().set_bytes(run_id_, lines_->line(), lines_->bytes());
        return {};
    };
    TRY_VOID(history_->write(Database::Durability::Normal, write_piece));
    return piece->size() == kPieceLines;
}

Result<void> catch_up(HistoryWriter& history, const std::string& run_id,
                      const std::filesystem::path& events_file) {
    TRY(auto work, CatchUp::start(history, run_id, events_file));
    bool more = true;
    while (more) {
        TRY(more, work.step());
    }
    return work.file_error() ? Result<void>(*work.file_error()) : Result<void>();
}

}  // namespace tunebench
