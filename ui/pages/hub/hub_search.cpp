#include "ui/pages/hub/hub_search.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>

#include "ui/models/hub_model.h"
#include "ui/pages/hub/hub_list.h"
#include "ui/pages/hub/hub_reach.h"
#include "ui/pages/hub/hub_table.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/workbench_style.h"
#include "ui/widgets/combo_edit.h"
#include "ui/widgets/kept_layout.h"

namespace tunebench::ui {
namespace {

constexpr int kMostHits = 50;

}  // namespace

HubSearch::HubSearch(const HubReach& reach, QThreadPool* pool, QWidget* parent)
    : QWidget(parent), reach_(reach), task_(this, pool) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(buildLine());
    column->addWidget(buildResults(), 1);
    connect(button_, &QPushButton::clicked, this, &HubSearch::search);
    connect(text_, &QLineEdit::returnPressed, button_, &QPushButton::click);
    connect(text_, &QLineEdit::textChanged, this, &HubSearch::updateBlocked);
    connect(results_, &HubTable::choiceChanged, this, &HubSearch::choiceChanged);
    connect(results_, &HubTable::rowActivated, this, &HubSearch::rowActivated);
    connect(&reach_, &HubReach::changed, this, &HubSearch::updateBlocked);
    updateBlocked();
}

QWidget* HubSearch::buildLine() {
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kUnit);
    kind_ = new ComboEdit(line);
    kind_->setObjectName(QStringLiteral("hub_kind"));
    kind_->setAccessibleName(tr("What is searched"));
    kind_->addItem(tr("Models"));
    kind_->addItem(tr("Data sets"));
    row->addWidget(kind_);
    text_ = new QLineEdit(line);
    text_->setObjectName(QStringLiteral("hub_search"));
    text_->setPlaceholderText(tr("Part of a name, as “smollm” or “org/name”"));
    text_->setAccessibleName(tr("Name to search for"));
    text_->setClearButtonEnabled(true);
    row->addWidget(text_, 1);
    button_ = new QPushButton(iconOnAccent(QStringLiteral("search")), tr("Search"), line);
    button_->setObjectName(QStringLiteral("hub_search_button"));
    setButtonKind(button_, ButtonKind::Primary);
    row->addWidget(button_);
    return line;
}

QWidget* HubSearch::buildResults() {
    Card* card = makeTableCard(this);
    auto* pages = new QWidget(card);
    stack_ = new QStackedLayout(pages);
    note_ = makeCentredNote({}, pages);
    note_->setObjectName(QStringLiteral("search_note"));
    stack_->addWidget(note_);
    results_ = new HubTable(searchTitles(), {84, 84, 86, 76, 72}, tr("Search results"), pages);
    markColumnsKept(results_, QStringLiteral("hub-found"));
    results_->setObjectName(QStringLiteral("results"));
    stack_->addWidget(results_);
    card->body()->addWidget(pages, 1);
    return card;
}

RepositoryKind HubSearch::kind() const {
    return kind_->currentIndex() == 0 ? RepositoryKind::Model : RepositoryKind::Dataset;
}

void HubSearch::setKind(RepositoryKind kind) {
    kind_->setCurrentIndex(kind == RepositoryKind::Model ? 0 : 1);
}

void HubSearch::takeFocus() {
    if (text_->text().isEmpty())
        text_->setFocus();
}

void HubSearch::updateBlocked() {
    const QString reason = reach_.blockedReason();
    button_->setEnabled(reason.isEmpty() && !text_->text().trimmed().isEmpty());
    button_->setToolTip(reason.isEmpty() ? tr("Asks the hub for names with this text in them") : reason);
    note_->setText(!said_.isEmpty()    ? said_
                   : !reason.isEmpty() ? reason
                                       : tr("Type a part of a name and press Search.\nNothing is asked "
                                            "over the network before that."));
}

void HubSearch::search() {
    Q_EMIT started();
    button_->setEnabled(false);
    hits_.clear();
    hitsKind_ = kind();
    results_->setRows({});
    showNote(tr("Asking the hub…"));
    task_.start(
        [&reach = reach_, kind = hitsKind_,
         text = text_->text().trimmed().toStdString()](const CancelToken& cancel) -> Hits {
            TRY(const auto access, reach.access());
            return search_repositories(access, kind, text, kMostHits, cancel);
        },
        [this](const Hits& hits) { onHits(hits); });
}

void HubSearch::onHits(const Hits& hits) {
    if (!hits) {
        showNote(tr("Nothing was found, because the hub could not be asked."));
        Q_EMIT failed(hits.error());
    } else if (hits->empty()) {
        showNote(hitsKind_ == RepositoryKind::Model
                     ? tr("The hub knows no model with “%1” in its name.").arg(text_->text().trimmed())
                     : tr("The hub knows no data set with “%1” in its name.").arg(text_->text().trimmed()));
    } else {
        hits_ = *hits;
        showHits();
        results_->choose(0);
        results_->setFocus();
    }
    updateBlocked();
}

void HubSearch::showHits() {
    std::vector<HubRow> rows;
    for (const SearchHit& hit : hits_)
        rows.push_back(searchRow(hit, cachedOf(hit.id)));
    results_->setRows(std::move(rows));
    stack_->setCurrentIndex(1);
}

void HubSearch::showNote(const QString& text) {
    said_ = text;
    note_->setText(text);
    stack_->setCurrentIndex(0);
}

void HubSearch::setCached(const std::vector<CachedRepository>& cached) {
    cached_ = cached;
    if (!hits_.empty())
        showHits();
}

const CachedRepository* HubSearch::cachedOf(const std::string& id) const {
    const Repository repository = {.kind = hitsKind_, .id = id};
    const auto it = std::find_if(cached_.begin(), cached_.end(),
                                 [&](const CachedRepository& one) { return one.repository == repository; });
    return it == cached_.end() ? nullptr : &*it;
}

std::optional<ShownRepository> HubSearch::chosen() const {
    const int row = results_->chosenRow();
    if (row < 0)
        return {};
    ShownRepository shown;
    shown.hit = hits_[static_cast<std::size_t>(row)];
    shown.repository = {.kind = hitsKind_, .id = shown.hit->id};
    if (const auto* cached = cachedOf(shown.hit->id))
        shown.cached = *cached;
    return shown;
}

}  // namespace tunebench::ui
