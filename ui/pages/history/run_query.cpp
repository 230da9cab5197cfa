#include "ui/pages/history/run_query.h"

#include <algorithm>
#include <numeric>

#include "ui/models/run_table_model.h"

namespace tunebench::ui {
namespace {

constexpr std::size_t kFirstColumns = 24;  // that fit on a screen, and are shown before the others are read
constexpr std::size_t kColumnsAtOnce = 16;
constexpr int kShareOfTime = 20;
constexpr qint64 kLongestPauseMs = 10'000;

bool areSameRuns(const RunTable& a, const RunTable& b) {
    return std::ranges::equal(a.runs(), b.runs(), {}, &RunSummary::id, &RunSummary::id);
}

/// Settings are frozen when a run starts.
void shareSettings(RunTable& table, const RunTable& before, const std::vector<RunColumn>& known) {
    for (const RunColumn& column : known)
        if (column.origin == ColumnOrigin::Setting)
            table.share(before, column.name);
}

std::vector<RunColumn> describe(const std::vector<RunViewColumn>& columns,
                                const std::vector<RunColumn>& known) {
    std::vector<RunColumn> described;
    for (const RunViewColumn& column : columns) {
        const auto found = std::ranges::find(known, column.name, &RunColumn::name);
        described.push_back(
            found != known.end() ? *found : RunColumn{.name = column.name, .origin = ColumnOrigin::Setting});
    }
    return described;
}

}  // namespace

RunQuery::RunQuery(std::filesystem::path database, RunTableModel& model, QObject* parent)
    : QObject(parent), database_(std::move(database)), model_(model), task_(this) {
    later_.setSingleShot(true);
    connect(&later_, &QTimer::timeout, this, &RunQuery::ask);
}

void RunQuery::setView(RunView view) {
    if (view.shown != view_.shown)
        ++changes_;
    view_ = std::move(view);
    parseFilter();
    if (isStale() || !hasAll(wantedColumns()))
        ask();
    else
        arrange();
}

void RunQuery::parseFilter() {
    if (QString::fromStdString(view_.filter).trimmed().isEmpty()) {
        where_.reset();
        isFilterRight_ = true;
        return;
    }
    auto filter = Filter::parse(view_.filter);
    isFilterRight_ = filter.has_value();
    if (!filter)
        Q_EMIT filterFailed(filter.error());
    else if (refused_ == *filter)
        refuse(*filter, refusal_);
    else
        where_ = *std::move(filter);
}

/// Without it every run is shown.
void RunQuery::refuse(const Filter& filter, const Error& error) {
    refused_ = filter;
    refusal_ = error;
    where_.reset();
    isFilterRight_ = false;
    Q_EMIT filterFailed(error);
}

void RunQuery::refresh() {
    ++changes_;
    if (isReading_)
        return;
    const bool isUrgent = isExpecting_ || !sinceAsked_.isValid();
    const qint64 wait = isUrgent ? 0 : pauseMs_ - sinceAsked_.elapsed();
    if (wait <= 0)
        ask();
    else if (!later_.isActive())
        later_.start(static_cast<int>(wait));
}

std::vector<std::string> RunQuery::wantedColumns() const {
    std::vector<std::string> names;
    if (where_)
        for (const FilterColumn& column : where_->columns())
            names.push_back(column.name);
    for (auto& name : columns_of(view_))
        names.push_back(std::move(name));
    return names;
}

bool RunQuery::hasAll(const std::vector<std::string>& columns) const {
    return std::ranges::all_of(columns, [this](const auto& name) { return table_.find(name) != nullptr; });
}

void RunQuery::ask() {
    Question question{.database = database_,
                      .filter = {.with_archived = view_.shown == RunsShown::WithArchived,
                                 .deleted = view_.shown == RunsShown::Deleted},
                      .columns = wantedColumns(),
                      .where = where_,
                      .known = table_,
                      .columnsKnown = known_,
                      .isFresh = hasRead_ && !isStale()};
    const std::size_t first = kFirstColumns + (where_ ? where_->columns().size() : 0);
    const bool isPart = !hasRead_ && question.columns.size() > first;
    if (isPart)
        question.columns.resize(first);
    later_.stop();
    isReading_ = true;
    isExpecting_ = false;
    sinceAsked_.start();
    task_.start(
        [question](const CancelToken& cancel) { return read(question, cancel); },
        [this, changes = changes_, isPart](Answer answer) { onAnswer(std::move(answer), changes, isPart); });
}

RunQuery::Answer RunQuery::read(const Question& question, const CancelToken& cancel) {
    Answer answer{.where = question.where};
    // A history that does not exist yet has no runs.
    if (const auto done = readInto(answer, question, cancel);
        !done && done.error().code != ErrorCode::NotFound)
        answer.error = done.error();
    return answer;
}

Result<void> RunQuery::readInto(Answer& answer, const Question& question, const CancelToken& cancel) {
    TRY(const auto reader, HistoryReader::open(question.database));
    TRY(answer.known, reader->columns());
    if (question.isFresh) {
        answer.table = question.known;
    } else {
        TRY(auto runs, reader->runs(question.filter));
        answer.table = RunTable(std::move(runs));
        if (areSameRuns(answer.table, question.known))
            shareSettings(answer.table, question.known, question.columnsKnown);
    }
    if (question.where)
        if (const auto checked = reader->check(*question.where); !checked)
            answer.filterError = checked.error();
    for (std::span<const std::string> rest = question.columns; !rest.empty() && !cancel.is_cancelled();) {
        const auto count = std::min(kColumnsAtOnce, rest.size());
        TRY_VOID(reader->add_columns(answer.table, rest.first(count)));
        rest = rest.subspan(count);
    }
    return {};
}

void RunQuery::onAnswer(Answer answer, std::int64_t changes, bool isPart) {
    isReading_ = false;
    answeredChanges_ = changes;
    pauseMs_ = std::min(kLongestPauseMs, sinceAsked_.elapsed() * kShareOfTime);
    if (answer.error) {
        Q_EMIT failed(*answer.error);
        return;
    }
    hasRead_ = true;
    table_ = std::move(answer.table);
    known_ = std::move(answer.known);
    if (answer.filterError && answer.where == where_)
        refuse(*answer.where, *answer.filterError);
    // The view has changed meanwhile, or only its first columns were read.
    if (!isPart && !hasAll(wantedColumns()))
        return ask();
    arrange();
    if (isPart)
        ask();
    else if (isStale())
        later_.start(isExpecting_ ? 0 : static_cast<int>(pauseMs_));
}

void RunQuery::arrange() {
    std::vector<std::size_t> rows(table_.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    if (where_)
        rows = table_.matching(*where_);
    if (isFilterRight_)
        Q_EMIT filterWorks();
    Q_EMIT aboutToChange();
    model_.setColumns(describe(view_.columns, known_));
    model_.setRows(table_, arranged(table_, std::move(rows), view_.order), view_.order.group_by);
    Q_EMIT changed();
}

}  // namespace tunebench::ui
