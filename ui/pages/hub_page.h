// HubPage: models and data sets of the Hugging Face hub: found, looked into, downloaded, used and deleted.
// Nothing is asked over the network before a button is pressed.
#pragma once

#include <QThreadPool>
#include <QWidget>

#include "ui/pages/hub/hub_reach.h"
#include "ui/pages/hub/repository_card.h"
#include "ui/run/latest_task.h"
#include "ui/run/queued_task.h"

class QStackedLayout;
class QTabBar;

namespace tunebench::ui {

class AccessPanel;
class HubCacheList;
class HubDownloads;
class HubSearch;
class HubTable;
class MessageBar;
class Workbench;

class HubPage : public QWidget {
    Q_OBJECT

public:
    enum Tab { Search, Cache, Access };

    explicit HubPage(Workbench& workbench, HubDesk desk = {}, QWidget* parent = nullptr);
    ~HubPage() override;

    void showTab(Tab tab);
    bool isDownloading() const;
    /// Models or data sets.
    void setKind(RepositoryKind kind);
    HubTable* results() const;
    HubTable* cached() const;
    RepositoryCard* card() const { return card_; }
    MessageBar* message() const { return message_; }
    const std::vector<CachedRepository>& repositories() const;

Q_SIGNALS:
    /// "org/name" or "org/name@revision", as Setup takes it.
    void useRequested(tunebench::RepositoryKind kind, const QString& name);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Listed {
        Result<RepositoryListing> listing;
        std::uint64_t freeBytes = 0;
    };

    QWidget* buildHeader();
    QWidget* buildBrowser();
    QWidget* buildLists();
    void buildDownloads();

    void listFiles();
    void onListed(const Repository& repository, const Listed& listed);
    void download();
    DownloadRequest cachedRequest() const;
    void use(const DownloadRequest& request);
    void askToDelete();
    void remove(const CachedRepository& cached);
    void discard(const Repository& repository);
    void onScanned();
    void showChosen();
    void readFiles(const CachedRepository& cached);
    void showFailure(const Error& error);

    HubReach reach_;
    QThreadPool pool_;  // for what waits for a network or a keyring; its end waits for their threads
    LatestTask<Listed> listing_;
    LatestTask<std::vector<HubFile>> reading_;
    QueuedTask<Result<void>> removing_;

    QTabBar* tabs_ = nullptr;
    MessageBar* message_ = nullptr;
    QStackedLayout* stack_ = nullptr;  // browser, access
    QStackedLayout* lists_ = nullptr;  // search, cache
    HubSearch* search_ = nullptr;
    HubCacheList* cache_ = nullptr;
    RepositoryCard* card_ = nullptr;
    AccessPanel* access_ = nullptr;
    HubDownloads* downloads_ = nullptr;
    Workbench& workbench_;
};

}  // namespace tunebench::ui
