#include "ui/pages/hub_page.h"

#include <algorithm>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabBar>
#include <QVBoxLayout>

#include "core/base/durable_file.h"
#include "core/hub/cached_snapshot.h"
#include "core/hub/hub_name.h"
#include "ui/models/hub_model.h"
#include "ui/pages/hub/access_panel.h"
#include "ui/pages/hub/hub_downloads.h"
#include "ui/pages/hub/hub_table.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"
#include "ui/widgets/combo_edit.h"
#include "ui/widgets/message_bar.h"
#include "ui/workbench.h"

namespace tunebench::ui {
namespace {

constexpr char kOffline[] = "hub/offline";
constexpr int kHits = 50;
constexpr int kThreads = 4;

QLabel* centredNote(const QString& text, QWidget* parent) {
    QLabel* note = makeLabel(text, TextRole::Body, parent);
    setMuted(note);
    note->setAlignment(Qt::AlignCenter);
    note->setWordWrap(true);
    note->setMargin(spacing::kPage);
    return note;
}

Card* tableCard(QWidget* parent) {
    auto* card = new Card({}, parent);
    card->layout()->setContentsMargins(1, 1, 1, 1);
    return card;
}

}  // namespace

HubPage::HubPage(Workbench& workbench, HubDesk desk, QWidget* parent)
    : QWidget(parent),
      workbench_(workbench),
      desk_(std::move(desk)),
      searching_(this, &pool_),
      listing_(this, &pool_),
      scanning_(this, &pool_),
      reading_(this, &pool_),
      removing_(this, &pool_) {
    pool_.setMaxThreadCount(kThreads);
    isOffline_ = isOfflineByEnvironment() || workbench_.settings().value(QLatin1String(kOffline)).toBool();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kPage, spacing::kWide, spacing::kPage, spacing::kWide);
    layout->setSpacing(12);
    layout->addWidget(buildHeader());
    message_ = new MessageBar(this);
    layout->addWidget(message_);
    auto* pages = new QWidget(this);
    stack_ = new QStackedLayout(pages);
    stack_->addWidget(buildBrowser());
    access_ = new AccessPanel(desk_, &pool_, pages);
    stack_->addWidget(access_);
    layout->addWidget(pages, 1);
    downloads_ = new HubDownloads(
        workbench_.settings(), [this] { return findAccess(); }, this);
    layout->addWidget(downloads_);
    connect(downloads_, &HubDownloads::changed, this, &HubPage::scan);
    connect(downloads_, &HubDownloads::useRequested, this, &HubPage::use);
    connect(downloads_, &HubDownloads::discardRequested, this, &HubPage::discard);
    updateBlocked();
}

HubPage::~HubPage() {
    // Before what their threads use.
    delete downloads_;
}

QWidget* HubPage::buildHeader() {
    auto* header = new QWidget(this);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kWide);
    row->addWidget(makeLabel(tr("Hub"), TextRole::Title, header));
    tabs_ = new QTabBar(header);
    tabs_->setObjectName(QStringLiteral("hub_tabs"));
    tabs_->setExpanding(false);
    tabs_->setDrawBase(false);
    tabs_->addTab(tr("Search"));
    tabs_->addTab(tr("On this machine"));
    tabs_->addTab(tr("Access"));
    row->addWidget(tabs_);
    row->addStretch(1);
    offline_ = new QCheckBox(tr("Offline"), header);
    offline_->setObjectName(QStringLiteral("offline"));
    offline_->setChecked(isOffline_);
    offline_->setEnabled(!isOfflineByEnvironment());
    offline_->setToolTip(isOfflineByEnvironment()
                             ? tr("HF_HUB_OFFLINE is set: nobody is asked")
                             : tr("Asks nobody over the network; what lies in the cache can be used"));
    row->addWidget(offline_);
    connect(tabs_, &QTabBar::currentChanged, this, [this](int tab) { showTab(static_cast<Tab>(tab)); });
    connect(offline_, &QCheckBox::toggled, this, &HubPage::setOffline);
    return header;
}

QWidget* HubPage::buildBrowser() {
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    auto* lists = new QWidget(splitter);
    lists_ = new QStackedLayout(lists);
    lists_->addWidget(buildSearch());
    lists_->addWidget(buildCache());
    splitter->addWidget(lists);
    card_ = new RepositoryCard(splitter);
    card_->setMinimumWidth(360);
    splitter->addWidget(card_);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({560, 366});
    connect(card_, &RepositoryCard::filesRequested, this, &HubPage::listFiles);
    connect(card_, &RepositoryCard::downloadRequested, this, &HubPage::download);
    connect(card_, &RepositoryCard::useRequested, this, [this] { use(cachedRequest()); });
    connect(card_, &RepositoryCard::deleteRequested, this, &HubPage::askToDelete);
    return splitter;
}

QWidget* HubPage::buildSearch() {
    auto* panel = new QWidget(this);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::kUnit);
    kind_ = new ComboEdit(panel);
    kind_->setObjectName(QStringLiteral("hub_kind"));
    kind_->setAccessibleName(tr("What is searched"));
    kind_->addItem(tr("Models"));
    kind_->addItem(tr("Data sets"));
    row->addWidget(kind_);
    text_ = new QLineEdit(panel);
    text_->setObjectName(QStringLiteral("hub_search"));
    text_->setPlaceholderText(tr("Part of a name, as “smollm” or “org/name”"));
    text_->setAccessibleName(tr("Name to search for"));
    text_->setClearButtonEnabled(true);
    row->addWidget(text_, 1);
    search_ = new QPushButton(iconOnAccent(QStringLiteral("search")), tr("Search"), panel);
    search_->setObjectName(QStringLiteral("hub_search_button"));
    setButtonKind(search_, ButtonKind::Primary);
    row->addWidget(search_);
    column->addLayout(row);
    Card* card = tableCard(panel);
    auto* pages = new QWidget(card);
    searchStack_ = new QStackedLayout(pages);
    searchNote_ = centredNote({}, pages);
    searchNote_->setObjectName(QStringLiteral("search_note"));
    searchStack_->addWidget(searchNote_);
    results_ = new HubTable(searchTitles(), {88, 80, 88, 82, 62}, tr("Search results"), pages);
    results_->setObjectName(QStringLiteral("results"));
    searchStack_->addWidget(results_);
    card->body()->addWidget(pages, 1);
    column->addWidget(card, 1);
    connect(search_, &QPushButton::clicked, this, &HubPage::search);
    connect(text_, &QLineEdit::returnPressed, search_, &QPushButton::click);
    connect(text_, &QLineEdit::textChanged, this, &HubPage::updateBlocked);
    connect(results_, &HubTable::choiceChanged, this, &HubPage::showChosen);
    connect(results_, &HubTable::rowActivated, this, &HubPage::listFiles);
    return panel;
}

QWidget* HubPage::buildCache() {
    auto* panel = new QWidget(this);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    cacheSum_ = makeLabel({}, TextRole::Caption, panel);
    cacheSum_->setObjectName(QStringLiteral("cache_sum"));
    cacheSum_->setMinimumHeight(spacing::kControl);
    column->addWidget(cacheSum_);
    Card* card = tableCard(panel);
    auto* pages = new QWidget(card);
    cacheStack_ = new QStackedLayout(pages);
    cacheStack_->addWidget(centredNote(tr("Nothing from the hub lies on this machine yet.\nWhat you "
                                          "download, or another tool of Hugging Face "
                                          "has downloaded, stands here."),
                                       pages));
    cached_ = new HubTable(cachedTitles(), {78, 84, 84, 114}, tr("Repositories on this machine"), pages);
    cached_->setObjectName(QStringLiteral("cached"));
    cacheStack_->addWidget(cached_);
    card->body()->addWidget(pages, 1);
    column->addWidget(card, 1);
    connect(cached_, &HubTable::choiceChanged, this, &HubPage::showChosen);
    return panel;
}

// -- What may be asked ----------------------------------------------------------------------------------

bool HubPage::isOfflineByEnvironment() const {
    return is_true(desk_.environment, "HF_HUB_OFFLINE");
}

void HubPage::setOffline(bool isOffline) {
    isOffline_ = isOffline;
    workbench_.settings().setValue(QLatin1String(kOffline), isOffline);
    updateBlocked();
}

QString HubPage::blockedReason() const {
    if (!has_hub())
        return tr("This Tunebench was built without the hub: what lies in the cache can be used.");
    if (isOffline_)
        return tr("The offline switch is on: nobody is asked.");
    return {};
}

void HubPage::updateBlocked() {
    const QString reason = blockedReason();
    card_->setBlocked(reason);
    search_->setEnabled(reason.isEmpty() && !text_->text().trimmed().isEmpty());
    search_->setToolTip(reason.isEmpty() ? tr("Asks the hub for names with this text in them") : reason);
    searchNote_->setText(!note_.isEmpty()    ? note_
                         : !reason.isEmpty() ? reason
                                             : tr("Type a part of a name and press Search.\nNothing is asked "
                                                  "over the network before that."));
}

/// Called on the threads of downloads too: reads what does not change, and the switch.
Result<HubAccess> HubPage::findAccess() const {
    TRY(auto found, find_hub_access(desk_.environment, desk_.keyring.look_up, isOffline_));
    if (found.access.settings.offline)
        return Error{.code = ErrorCode::Unsupported,
                     .message = "The hub is not asked: the offline switch is on.",
                     .hint = "Turn it off at the top of the page Hub, or unset HF_HUB_OFFLINE."};
    return std::move(found.access);
}

std::filesystem::path HubPage::cacheFolder() const {
    const auto settings = hub_settings(desk_.environment);
    return settings ? settings->cache : std::filesystem::path();
}

RepositoryKind HubPage::kind() const {
    return kind_->currentIndex() == 0 ? RepositoryKind::Model : RepositoryKind::Dataset;
}

void HubPage::setKind(RepositoryKind kind) {
    kind_->setCurrentIndex(kind == RepositoryKind::Model ? 0 : 1);
}

void HubPage::showTab(Tab tab) {
    tabs_->setCurrentIndex(tab);
    stack_->setCurrentIndex(tab == Access ? 1 : 0);
    if (tab == Access)
        return;
    lists_->setCurrentIndex(tab == Search ? 0 : 1);
    showChosen();
}

void HubPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    scan();
    if (text_->text().isEmpty() && tabs_->currentIndex() == Search)
        text_->setFocus();
}

// -- Search ---------------------------------------------------------------------------------------------

void HubPage::search() {
    message_->clear();
    search_->setEnabled(false);
    hits_.clear();
    hitsKind_ = kind();
    results_->setRows({});
    showSearchNote(tr("Asking the hub…"));
    searching_.start(
        [this, kind = hitsKind_,
         text = text_->text().trimmed().toStdString()](const CancelToken& cancel) -> Hits {
            TRY(const auto access, findAccess());
            return search_repositories(access, kind, text, kHits, cancel);
        },
        [this](const Hits& hits) { onHits(hits); });
}

void HubPage::onHits(const Hits& hits) {
    if (!hits) {
        showSearchNote(tr("Nothing was found, because the hub could not be asked."));
        showFailure(hits.error());
    } else if (hits->empty()) {
        showSearchNote(
            hitsKind_ == RepositoryKind::Model
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

void HubPage::showHits() {
    std::vector<HubRow> rows;
    for (const SearchHit& hit : hits_)
        rows.push_back(searchRow(hit, cachedOf({.kind = hitsKind_, .id = hit.id})));
    results_->setRows(std::move(rows));
    searchStack_->setCurrentIndex(1);
}

void HubPage::showSearchNote(const QString& text) {
    note_ = text;
    searchNote_->setText(text);
    searchStack_->setCurrentIndex(0);
}

void HubPage::showFailure(const Error& error) {
    message_->showError(error);
    if (error.code == ErrorCode::NotFound)
        message_->addAction(tr("Set a token…"), [this] {
            message_->clear();
            showTab(Access);
            access_->tokenEdit()->setFocus();
        });
}

// -- One repository -------------------------------------------------------------------------------------

const CachedRepository* HubPage::cachedOf(const Repository& repository) const {
    const auto it = std::find_if(repositories_.begin(), repositories_.end(),
                                 [&](const CachedRepository& c) { return c.repository == repository; });
    return it == repositories_.end() ? nullptr : &*it;
}

void HubPage::showChosen() {
    const bool isSearch = tabs_->currentIndex() != Cache;
    const int row = isSearch ? results_->chosenRow() : cached_->chosenRow();
    if (row < 0)
        return card_->showNothing();
    ShownRepository shown;
    if (isSearch) {
        shown.hit = hits_[static_cast<std::size_t>(row)];
        shown.repository = {.kind = hitsKind_, .id = shown.hit->id};
        if (const auto* cached = cachedOf(shown.repository))
            shown.cached = *cached;
    } else {
        shown.cached = repositories_[static_cast<std::size_t>(row)];
        shown.repository = shown.cached->repository;
    }
    const bool isSame = card_->shown() && card_->shown()->repository == shown.repository &&
                        card_->shown()->cached == shown.cached;
    card_->showRepository(shown);
    card_->setDownloading(downloads_->holds(shown.repository));
    if (shown.cached && !isSame)
        readFiles(*shown.cached);
}

void HubPage::readFiles(const CachedRepository& cached) {
    reading_.start([folder = cached.folder](const CancelToken&) { return snapshot_files(folder); },
                   [this, repository = cached.repository](const std::vector<HubFile>& files) {
                       if (card_->shown() && card_->shown()->repository == repository)
                           card_->showCachedFiles(files);
                   });
}

void HubPage::listFiles() {
    if (!card_->shown() || !blockedReason().isEmpty())
        return;
    const DownloadRequest request = card_->request();
    card_->setListing(true);
    listing_.start(
        [this, request, cache = cacheFolder()](const CancelToken& cancel) -> Listed {
            const auto access = findAccess();
            if (!access)
                return {.listing = access.error()};
            const auto free = free_bytes(cache);
            return {.listing = list_repository(*access, request.repository, request.revision, cancel),
                    .freeBytes = free ? *free : 0};
        },
        [this, repository = request.repository](const Listed& listed) { onListed(repository, listed); });
}

void HubPage::onListed(const Repository& repository, const Listed& listed) {
    card_->setListing(false);
    if (!card_->shown() || card_->shown()->repository != repository)
        return;
    message_->clear();
    if (listed.listing)
        card_->showListing(*listed.listing, listed.freeBytes);
    else
        showFailure(listed.listing.error());
}

void HubPage::download() {
    message_->clear();
    downloads_->start(card_->request());
    card_->setDownloading(true);
}

/// What lies in the cache: where that is no branch or tag, the commit.
DownloadRequest HubPage::cachedRequest() const {
    DownloadRequest request = card_->request();
    const auto named = find_cached_snapshot(cacheFolder(), request.repository, request.revision);
    if (!named && card_->shown()->cached)
        request.revision = card_->shown()->cached->commit;
    return request;
}

void HubPage::use(const DownloadRequest& request) {
    Q_EMIT useRequested(request.repository.kind,
                        toQt(hub_name_text({.id = request.repository.id, .revision = request.revision})));
}

// -- The cache ------------------------------------------------------------------------------------------

void HubPage::scan() {
    scanning_.start([cache = cacheFolder()](const CancelToken&) { return cached_repositories(cache); },
                    [this](Scan found) { onScanned(std::move(found)); });
}

void HubPage::onScanned(Scan found) {
    repositories_ = std::move(found);
    std::vector<HubRow> rows;
    std::uint64_t bytes = 0;
    for (const CachedRepository& repository : repositories_) {
        rows.push_back(cachedRow(repository));
        bytes += repository.bytes;
    }
    cached_->setRows(std::move(rows));
    cacheStack_->setCurrentIndex(repositories_.empty() ? 0 : 1);
    cacheSum_->setText(tr("%1 in %2").arg(bytesText(bytes), toQt(cacheFolder())));
    tabs_->setTabText(Cache, repositories_.empty() ? tr("On this machine")
                                                   : tr("On this machine (%1)").arg(repositories_.size()));
    if (!hits_.empty())
        showHits();
    showChosen();
}

void HubPage::askToDelete() {
    const CachedRepository cached = *card_->shown()->cached;
    QMessageBox box(QMessageBox::Question, tr("Delete %1?").arg(toQt(cached.repository.id)),
                    tr("%1 are freed, for every tool that shares the cache. Runs that were made from it can "
                       "be neither resumed nor exported until it is downloaded again.")
                        .arg(bytesText(cached.bytes)),
                    QMessageBox::NoButton, this);
    auto* confirmed = box.addButton(tr("Delete"), QMessageBox::DestructiveRole);
    auto* keep = box.addButton(tr("Keep"), QMessageBox::RejectRole);
    box.setDefaultButton(keep);
    box.setEscapeButton(keep);
    box.exec();
    if (box.clickedButton() == confirmed)
        remove(cached);
}

void HubPage::remove(const CachedRepository& cached) {
    removing_.start(
        [cache = cacheFolder(), repository = cached.repository](const CancelToken&) {
            return remove_repository(cache, repository);
        },
        [this, name = toQt(cached.repository.id), bytes = cached.bytes](const Result<void>& removed) {
            if (removed)
                message_->show(MessageKind::Success,
                               tr("%1 is deleted, %2 are free again.").arg(name, bytesText(bytes)));
            else
                message_->showError(removed.error());
            scan();
        });
}

void HubPage::discard(const Repository& repository) {
    removing_.start([cache = cacheFolder(),
                     repository](const CancelToken&) { return discard_unfinished(cache, repository); },
                    [this](const Result<void>& discarded) {
                        if (!discarded)
                            message_->showError(discarded.error());
                        scan();
                    });
}

}  // namespace tunebench::ui
