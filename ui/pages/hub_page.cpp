#include "ui/pages/hub_page.h"

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
#include "core/hub/hub_settings.h"
#include "ui/pages/hub/access_panel.h"
#include "ui/pages/hub/hub_cache_list.h"
#include "ui/pages/hub/hub_downloads.h"
#include "ui/pages/hub/hub_search.h"
#include "ui/pages/hub/hub_table.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/kept_layout.h"
#include "ui/widgets/message_bar.h"
#include "ui/workbench.h"

namespace tunebench::ui {
namespace {

constexpr int kThreads = 4;

}  // namespace

HubPage::HubPage(Workbench& workbench, HubDesk desk, QWidget* parent)
    : QWidget(parent),
      reach_(std::move(desk), workbench.settings()),
      listing_(this, &pool_),
      reading_(this, &pool_),
      removing_(this, &pool_),
      workbench_(workbench) {
    pool_.setMaxThreadCount(kThreads);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kPage, spacing::kWide, spacing::kPage, spacing::kWide);
    layout->setSpacing(12);
    layout->addWidget(buildHeader());
    message_ = new MessageBar(this);
    layout->addWidget(message_);
    auto* pages = new QWidget(this);
    stack_ = new QStackedLayout(pages);
    stack_->addWidget(buildBrowser());
    access_ = new AccessPanel(reach_.desk(), &pool_, pages);
    stack_->addWidget(access_);
    layout->addWidget(pages, 1);
    buildDownloads();
    layout->addWidget(downloads_);
    const auto block = [this] { card_->setBlocked(reach_.blockedReason()); };
    connect(&reach_, &HubReach::changed, this, block);
    block();
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
    tabs_->setAccessibleName(tr("Parts of the hub"));
    tabs_->setExpanding(false);
    tabs_->setDrawBase(false);
    tabs_->addTab(tr("Search"));
    tabs_->addTab(tr("On this machine"));
    tabs_->addTab(tr("Access"));
    row->addWidget(tabs_);
    row->addStretch(1);
    auto* offline = new QCheckBox(tr("Offline"), header);
    offline->setObjectName(QStringLiteral("offline"));
    offline->setChecked(reach_.isOffline());
    const auto variable = offline_variable(reach_.desk().environment);
    offline->setEnabled(!variable);
    offline->setToolTip(variable ? tr("%1 is set: nobody is asked").arg(toQt(*variable))
                                 : tr("Asks nobody over the network; what lies in the cache can be used"));
    row->addWidget(offline);
    connect(tabs_, &QTabBar::currentChanged, this, [this](int tab) { showTab(static_cast<Tab>(tab)); });
    connect(offline, &QCheckBox::toggled, &reach_, &HubReach::setOffline);
    return header;
}

QWidget* HubPage::buildBrowser() {
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    markPanesKept(splitter, QStringLiteral("hub"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildLists());
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

QWidget* HubPage::buildLists() {
    auto* lists = new QWidget(this);
    lists_ = new QStackedLayout(lists);
    search_ = new HubSearch(reach_, &pool_, lists);
    cache_ = new HubCacheList(reach_, &pool_, lists);
    lists_->addWidget(search_);
    lists_->addWidget(cache_);
    connect(search_, &HubSearch::started, this, [this] { message_->clear(); });
    connect(search_, &HubSearch::failed, this, &HubPage::showFailure);
    connect(search_, &HubSearch::choiceChanged, this, &HubPage::showChosen);
    connect(search_, &HubSearch::rowActivated, this, &HubPage::listFiles);
    connect(cache_, &HubCacheList::choiceChanged, this, &HubPage::showChosen);
    connect(cache_, &HubCacheList::scanned, this, &HubPage::onScanned);
    return lists;
}

void HubPage::buildDownloads() {
    downloads_ = new HubDownloads(
        workbench_.settings(), [this] { return reach_.access(); }, this);
    connect(downloads_, &HubDownloads::changed, cache_, &HubCacheList::scan);
    connect(downloads_, &HubDownloads::useRequested, this, &HubPage::use);
    connect(downloads_, &HubDownloads::discardRequested, this, &HubPage::discard);
}

HubTable* HubPage::results() const {
    return search_->results();
}

HubTable* HubPage::cached() const {
    return cache_->table();
}

const std::vector<CachedRepository>& HubPage::repositories() const {
    return cache_->repositories();
}

bool HubPage::isDownloading() const {
    return downloads_->isRunning();
}

void HubPage::setKind(RepositoryKind kind) {
    search_->setKind(kind);
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
    cache_->scan();
    if (tabs_->currentIndex() == Search)
        search_->takeFocus();
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

void HubPage::showChosen() {
    const auto shown = tabs_->currentIndex() != Cache ? search_->chosen() : cache_->chosen();
    if (!shown)
        return card_->showNothing();
    const bool isSame = card_->shown() && card_->shown()->repository == shown->repository &&
                        card_->shown()->cached == shown->cached;
    card_->showRepository(*shown);
    card_->setDownload(downloads_->stateOf(shown->repository));
    if (shown->cached && !isSame)
        readFiles(*shown->cached);
}

void HubPage::readFiles(const CachedRepository& cached) {
    reading_.start([folder = cached.folder](const CancelToken&) { return snapshot_files(folder); },
                   [this, repository = cached.repository](const std::vector<HubFile>& files) {
                       if (card_->shown() && card_->shown()->repository == repository)
                           card_->showCachedFiles(files);
                   });
}

void HubPage::listFiles() {
    if (!card_->shown() || !reach_.blockedReason().isEmpty())
        return;
    const DownloadRequest request = card_->request();
    card_->setListing(true);
    listing_.start(
        [this, request, cache = reach_.cacheFolder()](const CancelToken& cancel) -> Listed {
            const auto access = reach_.access();
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
    card_->setDownload(DownloadState::Running);
}

/// What lies in the cache: where that is no branch or tag, the commit.
DownloadRequest HubPage::cachedRequest() const {
    DownloadRequest request = card_->request();
    const auto named = find_cached_snapshot(reach_.cacheFolder(), request.repository, request.revision);
    if (!named && card_->shown()->cached)
        request.revision = card_->shown()->cached->commit;
    return request;
}

void HubPage::use(const DownloadRequest& request) {
    Q_EMIT useRequested(request.repository.kind,
                        toQt(hub_name_text({.id = request.repository.id, .revision = request.revision})));
}

// -- The cache ------------------------------------------------------------------------------------------

void HubPage::onScanned() {
    const auto& found = cache_->repositories();
    tabs_->setTabText(Cache,
                      found.empty() ? tr("On this machine") : tr("On this machine (%1)").arg(found.size()));
    search_->setCached(found);
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
        [cache = reach_.cacheFolder(), repository = cached.repository](const CancelToken&) {
            return remove_repository(cache, repository);
        },
        [this, name = toQt(cached.repository.id), bytes = cached.bytes](const Result<void>& removed) {
            if (removed)
                message_->show(MessageKind::Success,
                               tr("%1 is deleted, %2 are free again.").arg(name, bytesText(bytes)));
            else
                message_->showError(removed.error());
            cache_->scan();
        });
}

void HubPage::discard(const Repository& repository) {
    removing_.start([cache = reach_.cacheFolder(),
                     repository](const CancelToken&) { return discard_unfinished(cache, repository); },
                    [this](const Result<void>& discarded) {
                        if (!discarded)
                            message_->showError(discarded.error());
                        cache_->scan();
                    });
}

}  // namespace tunebench::ui
