// tunebench-history-table [RUNS [COLUMNS]]: how long the history takes to open, and to sort, filter and
// group, by default with 10,000 runs and 200 columns. Makes its history in a temporary folder first. Exit
// code 1 where opening takes longer than 500 ms, or sorting or filtering longer than 100 ms (the middle of
// several times).
//   QT_QPA_PLATFORM=offscreen tunebench-history-table
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

#include <QApplication>
#include <QElapsedTimer>
#include <QTableView>
#include <QTemporaryDir>

#include <fmt/format.h>

#include "core/base/random.h"
#include "core/history/prepare_history.h"
#include "core/history/statement.h"
#include "core/run/run_manifest.h"
#include "ui/pages/history_page.h"
#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"
#include "ui/workbench.h"

namespace {

using namespace tunebench;
using namespace tunebench::ui;

constexpr double kOpenGoalMs = 500.0;
constexpr double kGoalMs = 100.0;
constexpr int kMetrics = 20;

template <class T>
T need(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().message.c_str());
        std::exit(2);
    }
    return *std::move(result);
}

void need(const Result<void>& result) {
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().message.c_str());
        std::exit(2);
    }
}

std::string manifestText(int number) {
    RunManifest manifest{
        .id = fmt::format("{:08x}", number),
        .config = default_run_config(),
        .created_at = fmt::format("2026-11-{:02}T10:{:02}:00.000Z", number % 28 + 1, number % 60)};
    for (const std::string& override :
         {fmt::format("method.rank={}", 1 << (number % 8)), fmt::format("seed={}", number),
          fmt::format("optimizer.learning_rate={}", 1e-5 * (number % 37 + 1))})
        need(apply_override(manifest.config, override));
    return json_text(run_manifest_to_json(manifest));
}

/// Rows as runs that have ended leave them; their settings follow from the manifests.
void addRuns(Database& database, int count) {
    Statement run(database,
                  "INSERT INTO runs (key, id, folder, name, method, model, created_at, manifest, tags, "
                  "bytes, summarised) "
                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, 1)");
    Statement summary(
        database,
        "INSERT INTO run_summary VALUES (?1, 'completed', ?2, 300, 300, 1000000, ?3, 100, 200, ?4, 12.5, "
        "?5, ?6, 250, '')");
    Statement metric(database, "INSERT INTO metric_summaries VALUES (?1, ?2, 300, ?3, 300, ?4, 250, ?5, 1)");
    Random random(1);
    for (int i = 1; i <= count; ++i) {
        const auto id = fmt::format("{:08x}", i);
        const auto time = fmt::format("2026-11-{:02}T10:{:02}:00.000Z", i % 28 + 1, i % 60);
        const double loss = random.uniform();
        need(run.run({i, id, "runs/" + id, fmt::format("run {}", i % 1000),
                      std::string(i % 3 == 0 ? "lora" : "full"), std::string(i % 2 == 0 ? "town" : "village"),
                      time, manifestText(i), std::string(i % 5 == 0 ? "good" : "")}));
        need(summary.run({i, time, i * 10, 1000 * random.uniform(), loss, loss / 2}));
        for (int m = 1; m <= kMetrics; ++m)
            need(metric.run({m, i, random.uniform(), random.uniform() / 2, 1 + random.uniform()}));
    }
}

void makeHistory(const std::filesystem::path& folder, int runs) {
    auto prepared = need(prepare_history(folder));
    auto transaction = need(Transaction::begin(prepared.database));
    Statement name(prepared.database, "INSERT INTO metric_names (key, name) VALUES (?1, ?2)");
    for (int m = 1; m <= kMetrics; ++m)
        need(name.run({m, m == 1 ? std::string("loss") : fmt::format("metric_{}", m)}));
    addRuns(prepared.database, runs);
    need(transaction.commit());
    need(prepared.database.checkpoint());
}

/// A view of so many columns: settings first, then metrics.
RunView wideView(const std::filesystem::path& folder, std::size_t columns) {
    RunView view = standard_run_view();
    const auto reader = need(HistoryReader::open(History::database_path(folder)));
    for (const RunColumn& column : need(reader->columns()))
        if (view.columns.size() < columns &&
            std::ranges::find(view.columns, column.name, &RunViewColumn::name) == view.columns.end())
            view.columns.push_back({.name = column.name});
    return view;
}

/// From now until `isDone`, painted, in ms.
double until(const std::function<bool()>& isDone, QElapsedTimer clock) {
    while (!isDone())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QCoreApplication::processEvents();
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

double middle(std::vector<double> times) {
    std::ranges::sort(times);
    return times[times.size() / 2];
}

bool report(const char* what, const std::vector<double>& times, double goal) {
    std::printf("%-8s middle %7.1f ms, longest %7.1f ms\n", what, middle(times),
                *std::ranges::max_element(times));
    return middle(times) <= goal;
}

/// With the view changed and back, several times.
std::vector<double> change(HistoryPage& page, const std::function<void(RunView&, int)>& edit) {
    std::vector<double> times;
    for (int i = 0; i < 8; ++i) {
        RunView view = page.view();
        edit(view, i);
        QElapsedTimer clock;
        clock.start();
        page.setView(view);
        page.table()->viewport()->repaint();
        times.push_back(until([] { return true; }, clock));
    }
    return times;
}

}  // namespace

int main(int count, char** arguments) {
    QApplication application(count, arguments);
    const int runs = count > 1 ? std::atoi(arguments[1]) : 10'000;
    const auto columns = static_cast<std::size_t>(count > 2 ? std::atoi(arguments[2]) : 200);
    const QTemporaryDir folder;
    const auto data = toPath(folder.path());
    makeHistory(data, runs);
    installTheme(application, ThemeChoice::Light);
    Workbench workbench(data, [] { return Result<std::unique_ptr<Engine>>(Error{.message = "no engine"}); });
    SavedViews(workbench.settings()).keepLast(wideView(data, columns));
    need(workbench.history()->flush());

    QElapsedTimer clock;
    clock.start();
    HistoryPage page(workbench);
    page.resize(1600, 900);
    page.show();
    const auto& model = static_cast<const RunTableModel&>(*page.table()->model());
    const double open = until([&] { return model.rowCount() == runs; }, clock);
    const double whole =
        until([&] { return model.table().find(model.columns().back().name) != nullptr; }, clock);
    std::printf("%d runs, %d columns\n", model.rowCount(), model.columnCount());
    std::printf("open     %7.1f ms, with every column %7.1f ms\n", open, whole);

    const auto sorted = change(page, [&](RunView& view, int i) {
        view.order.column = view.columns[static_cast<std::size_t>(i * 20 + 3) % view.columns.size()].name;
    });
    const auto filtered = change(page, [](RunView& view, int i) {
        view.filter = fmt::format("loss.best < 0.{} and (method.rank >= 16 or tag:good)", i + 1);
    });
    const auto grouped = change(page, [](RunView& view, int i) {
        view.filter.clear();
        view.order.group_by = {i % 2 == 0 ? "method.rank" : "model"};
    });
    const bool sorts = report("sort", sorted, kGoalMs);
    const bool filters = report("filter", filtered, kGoalMs);
    report("group", grouped, kGoalMs);
    return open <= kOpenGoalMs && sorts && filters ? 0 : 1;
}
