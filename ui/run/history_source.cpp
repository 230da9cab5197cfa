#include "ui/run/history_source.h"

namespace tunebench::ui {
namespace {

constexpr int kChangedMs = 500;

}  // namespace

HistorySource::HistorySource(std::filesystem::path dataFolder, QObject* parent)
    : QObject(parent), database_(History::database_path(dataFolder)) {
    timer_.setSingleShot(true);
    timer_.setInterval(kChangedMs);
    connect(&timer_, &QTimer::timeout, this, &HistorySource::changed);
}

Result<HistoryReader*> HistorySource::open() {
    if (!reader_) {
        TRY(reader_, HistoryReader::open(database_));
    }
    return reader_.get();
}

Result<std::vector<RunSummary>> HistorySource::runs(const RunFilter& filter) {
    TRY(HistoryReader * reader, open());
    return reader->runs(filter);
}

Result<RunDetails> HistorySource::run(const std::string& id) {
    TRY(HistoryReader * reader, open());
    return reader->run(id);
}

void HistorySource::notify() {
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!timer_.isActive())
                timer_.start();
        },
        Qt::QueuedConnection);
}

}  // namespace tunebench::ui
