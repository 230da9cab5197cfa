#include "ui/pages/hub/hub_cache_list.h"

#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "ui/models/hub_model.h"
#include "ui/pages/hub/hub_list.h"
#include "ui/pages/hub/hub_reach.h"
#include "ui/pages/hub/hub_table.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/kept_layout.h"

namespace tunebench::ui {

HubCacheList::HubCacheList(const HubReach& reach, QThreadPool* pool, QWidget* parent)
    : QWidget(parent), reach_(reach), task_(this, pool) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    sum_ = makeLabel({}, TextRole::Caption, this);
    sum_->setObjectName(QStringLiteral("cache_sum"));
    sum_->setMinimumHeight(spacing::kControl);
    column->addWidget(sum_);
    Card* card = makeTableCard(this);
    auto* pages = new QWidget(card);
    stack_ = new QStackedLayout(pages);
    stack_->addWidget(makeCentredNote(tr("Nothing from the hub lies on this machine yet.\nWhat you "
                                         "download, or another tool of Hugging Face "
                                         "has downloaded, stands here."),
                                      pages));
    table_ = new HubTable(cachedTitles(), {78, 88, 84, 114}, tr("Repositories on this machine"), pages);
    markColumnsKept(table_, QStringLiteral("hub-cached"));
    table_->setObjectName(QStringLiteral("cached"));
    stack_->addWidget(table_);
    card->body()->addWidget(pages, 1);
    column->addWidget(card, 1);
    connect(table_, &HubTable::choiceChanged, this, &HubCacheList::choiceChanged);
}

void HubCacheList::scan() {
    task_.start([cache = reach_.cacheFolder()](const CancelToken&) { return cached_repositories(cache); },
                [this](Scan found) { onScanned(std::move(found)); });
}

void HubCacheList::onScanned(Scan found) {
    repositories_ = std::move(found);
    std::vector<HubRow> rows;
    std::uint64_t bytes = 0;
    for (const CachedRepository& repository : repositories_) {
        rows.push_back(cachedRow(repository));
        bytes += repository.bytes;
    }
    table_->setRows(std::move(rows));
    stack_->setCurrentIndex(repositories_.empty() ? 0 : 1);
    sum_->setText(tr("%1 in %2").arg(bytesText(bytes), toQt(reach_.cacheFolder())));
    Q_EMIT scanned();
}

std::optional<ShownRepository> HubCacheList::chosen() const {
    const int row = table_->chosenRow();
    if (row < 0)
        return {};
    ShownRepository shown;
    shown.cached = repositories_[static_cast<std::size_t>(row)];
    shown.repository = shown.cached->repository;
    return shown;
}

}  // namespace tunebench::ui
