// HubCacheList: the repositories in the cache that Hugging Face's tools share on this machine.
#pragma once

#include <QWidget>

#include "ui/pages/hub/repository_card.h"
#include "ui/run/latest_task.h"

namespace tunebench::ui {

class HubReach;

class HubCacheList : public QWidget {
    Q_OBJECT

public:
    HubCacheList(const HubReach& reach, QThreadPool* pool, QWidget* parent = nullptr);

    HubTable* table() const { return table_; }
    const std::vector<CachedRepository>& repositories() const { return repositories_; }
    std::optional<ShownRepository> chosen() const;
    void scan();

Q_SIGNALS:
    void choiceChanged();
    void scanned();

private:
    using Scan = std::vector<CachedRepository>;

    void onScanned(Scan found);

    const HubReach& reach_;
    LatestTask<Scan> task_;
    std::vector<CachedRepository> repositories_;
    QLabel* sum_ = nullptr;
    QStackedLayout* stack_ = nullptr;  // note, table
    HubTable* table_ = nullptr;
};

}  // namespace tunebench::ui
