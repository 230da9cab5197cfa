#include "ui/pages/history_page.h"

#include <algorithm>

#include <QDragEnterEvent>
#include <QMimeData>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/pages/history/chosen_runs.h"
#include "ui/pages/history/disk_use_dialog.h"
#include "ui/pages/history/history_dialogs.h"
#include "ui/pages/history/history_header.h"
#include "ui/pages/history/run_actions.h"
#include "ui/pages/history/run_edits.h"
#include "ui/pages/history/run_list.h"
#include "ui/pages/history/run_query.h"
#include "ui/pages/history/run_transfer.h"
#include "ui/pages/history/view_menu.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/kept_layout.h"
#include "ui/widgets/message_bar.h"
#include "ui/workbench.h"

namespace tunebench::ui {

HistoryPage::HistoryPage(Workbench& workbench, QWidget* parent)
    : QWidget(parent), workbench_(workbench), views_(workbench.settings()), config_(this) {
    query_ = new RunQuery(History::database_path(workbench.dataFolder()), model_, this);
    edits_ = new RunEdits(workbench.history(), this);
    transfer_ = new RunTransfer(workbench.dataFolder(), workbench.history(), this);
    viewMenu_ = new ViewMenu(
        views_, [this] { return view(); }, this);
    viewMenu_->setObjectName(QStringLiteral("view_menu"));
    stack_ = new QStackedLayout(this);
    auto* empty =
        new EmptyState(QStringLiteral("history"), tr("No runs yet"),
                       tr("Every run is kept here with its settings, curves and samples, so that you can "
                          "compare, resume and export it."),
                       tr("Set up the first run"), this);
    connect(empty, &EmptyState::activated, this, &HistoryPage::setupRequested);
    stack_->addWidget(empty);
    stack_->addWidget(buildContent());
    connectQuery();
    connectList();
    connectActions();
    connectEdits();
    connectTransfer();
    setAcceptDrops(true);
    setView(views_.last());
}

HistoryPage::~HistoryPage() {
    // What goes with the page has nothing to say to it any more.
    list_->disconnect(this);
    query_->disconnect(this);
    views_.keepLast(view());
}

QWidget* HistoryPage::buildContent() {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(spacing::kPage, spacing::kWide, spacing::kPage, spacing::kWide);
    layout->setSpacing(12);
    header_ = new HistoryHeader(viewMenu_, edits_->undoAction(*this), edits_->redoAction(*this), page);
    layout->addWidget(header_);
    message_ = new MessageBar(page);
    layout->addWidget(message_);
    auto* splitter = new QSplitter(Qt::Vertical, page);
    markPanesKept(splitter, QStringLiteral("history"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildTable());
    chosen_ = new ChosenRuns(workbench_, splitter);
    splitter->addWidget(chosen_);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    layout->addWidget(splitter, 1);
    return page;
}

QWidget* HistoryPage::buildTable() {
    auto* card = new Card({}, this);
    card->layout()->setContentsMargins(3, 3, 3, 3);  // round corners stay
    actions_ = new RunActions(card);
    list_ = new RunList(model_, card);
    list_->addAction(actions_->deleteAction());
    card->body()->setSpacing(0);
    card->body()->addWidget(actions_);
    card->body()->addWidget(list_, 1);
    return card;
}

void HistoryPage::connectQuery() {
    connect(query_, &RunQuery::aboutToChange, this, &HistoryPage::keepPlace);
    connect(query_, &RunQuery::changed, this, &HistoryPage::showRows);
    connect(query_, &RunQuery::failed, this, [this](const Error& error) {
        message_->showError(error);
        stack_->setCurrentIndex(1);
    });
    connect(query_, &RunQuery::filterFailed, header_, &HistoryHeader::setFilterProblem);
    connect(query_, &RunQuery::filterWorks, this, [this] { header_->setFilterProblem({}); });
    connect(&workbench_.source(), &HistorySource::changed, this, [this] {
        auto error = workbench_.history() != nullptr ? workbench_.history()->take_error() : std::nullopt;
        if (error)
            message_->showError(*error);
        if (isVisible())
            reload();
    });
    connect(header_, &HistoryHeader::filterChanged, this, [this](const QString& text) {
        RunView changed = view();
        changed.filter = text.toStdString();
        setView(changed);
    });
}

void HistoryPage::connectList() {
    connect(list_, &RunList::selectionChanged, this, &HistoryPage::onSelectionChanged);
    connect(list_, &RunList::sortChosen, viewMenu_, &ViewMenu::sortBy);
    connect(list_, &RunList::columnMenuRequested, viewMenu_, &ViewMenu::popupFor);
    connect(list_, &RunList::menuRequested, actions_, &RunActions::popup);
    connect(list_, &RunList::columnsMoved, this, [this] { setView(view()); });
    connect(list_, &RunList::groupToggled, this, [this](int row) {
        keepPlace();
        model_.setFolded(row, !model_.isFolded(row));
        list_->scrollTo(scrolled_);
        list_->select(kept_);
        list_->setCurrentRow(row);
    });
    connect(list_, &RunList::starClicked, this, [this](const QString& id) {
        if (const RunSummary* run = model_.find(id))
            edits_->setStarred({run}, !run->starred);
    });
    connect(viewMenu_, &ViewMenu::viewChosen, this, &HistoryPage::setView);
    connect(viewMenu_, &ViewMenu::columnsWanted, this, &HistoryPage::chooseColumns);
    connect(viewMenu_, &ViewMenu::saveWanted, this, &HistoryPage::saveView);
}

void HistoryPage::connectActions() {
    connect(actions_, &RunActions::resumeWanted, this, [this] {
        const RunSummary* run = selectedRuns().front();
        Q_EMIT resumeRequested(toQt(run->name), toQt(run->folder));
    });
    connect(actions_, &RunActions::againWanted, this, &HistoryPage::runAgain);
    connect(actions_, &RunActions::exportWanted, this,
            [this] { Q_EMIT exportRequested(selectedIds().front()); });
    connect(actions_, &RunActions::compareWanted, this, [this] { Q_EMIT compareRequested(selectedIds()); });
    connect(actions_, &RunActions::starWanted, this,
            [this](bool is) { edits_->setStarred(selectedRuns(), is); });
    connect(actions_, &RunActions::archiveWanted, this,
            [this](bool is) { edits_->setArchived(selectedRuns(), is); });
    connect(actions_, &RunActions::deleteWanted, this,
            [this](bool is) { edits_->setDeleted(selectedRuns(), is); });
    connect(actions_, &RunActions::tagWanted, this, &HistoryPage::askForTag);
    connect(actions_, &RunActions::writeWanted, this, &HistoryPage::writeRuns);
    connect(header_, &HistoryHeader::importFolderWanted, this, [this] { importRuns(true); });
    connect(header_, &HistoryHeader::importFilesWanted, this, [this] { importRuns(false); });
    connect(header_, &HistoryHeader::diskUseWanted, this, &HistoryPage::showDiskUse);
}

void HistoryPage::connectEdits() {
    connect(edits_, &RunEdits::edited, query_, &RunQuery::expectChange);
    connect(edits_, &RunEdits::edited, this, [this] {
        // Its Undo would now take back what came after it.
        if (message_->message() == toldEdit_)
            message_->clear();
    });
    connect(edits_, &RunEdits::done, this, [this](const QString& text) {
        toldEdit_ = text;
        showDone(text);
        message_->addAction(tr("Undo"), [this] {
            message_->clear();
            edits_->undo();
        });
    });
    connect(edits_, &RunEdits::refused, this, [this](const QString& text, const QString& hint) {
        message_->show(MessageKind::Warning, text, hint);
    });
    connect(chosen_, &ChosenRuns::failed, message_, &MessageBar::showError);
    connect(chosen_, &ChosenRuns::chartSaved, this,
            [this](const QString& file) { showDone(tr("The chart was saved as %1").arg(file)); });
    connect(chosen_, &ChosenRuns::checkpointsPutAway, this,
            [this](const QString& text, const std::function<void()>& undo) {
                showDone(text);
                message_->addAction(tr("Undo"), [this, undo] {
                    message_->clear();
                    undo();
                });
            });
}

void HistoryPage::connectTransfer() {
    connect(transfer_, &RunTransfer::failed, message_, &MessageBar::showError);
    connect(transfer_, &RunTransfer::written, this, [this](const QString& text) { showDone(text); });
    connect(transfer_, &RunTransfer::imported, this,
            [this](const QStringList& ids, const QString& text, const QString& remarks) {
                if (message_->message().isEmpty())
                    showDone(text, remarks);
                query_->expectChange();
                select(ids);
            });
}

void HistoryPage::showDone(const QString& text, const QString& hint) {
    message_->show(MessageKind::Success, text, hint);
}

void HistoryPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (workbench_.historyProblem())
        message_->showError(*workbench_.historyProblem());
    if (query_->hasRead())
        reload();
}

void HistoryPage::reload() {
    query_->refresh();
}

RunView HistoryPage::view() const {
    RunView view = query_->view();
    // Unless others were chosen and are still being read.
    if (laidOut_ && laidOut_->columns == view.columns)
        view.columns = list_->columns();
    return view;
}

void HistoryPage::setView(const RunView& view) {
    header_->setFilter(toQt(view.filter));
    query_->setView(view);
}

void HistoryPage::keepPlace() {
    kept_ = selectedIds();
    scrolled_ = list_->scrolled();
}

void HistoryPage::showRows() {
    if (laidOut_ != query_->view()) {
        laidOut_ = query_->view();
        list_->showLayout(*laidOut_);
        viewMenu_->setColumns(model_.columns());
    }
    actions_->setCount(model_.runCount(), static_cast<int>(query_->runCount()));
    const bool isAll = query_->view().shown == RunsShown::Current && query_->view().filter.empty();
    stack_->setCurrentIndex(isAll && query_->runCount() == 0 && message_->message().isEmpty() ? 0 : 1);
    list_->scrollTo(scrolled_);
    if (std::ranges::all_of(pending_, [this](const QString& id) { return model_.rowOf(id) >= 0; }) &&
        !pending_.isEmpty())
        kept_ = std::exchange(pending_, {});
    {
        const QSignalBlocker blocker(list_);
        list_->select(kept_);
    }
    onSelectionChanged();
}

QTableView* HistoryPage::table() const {
    return list_->table();
}

LineChart* HistoryPage::chart() const {
    return chosen_->chart();
}

QStringList HistoryPage::selectedIds() const {
    return list_->selectedIds();
}

void HistoryPage::select(const QStringList& ids) {
    const bool areThere =
        std::ranges::all_of(ids, [this](const QString& id) { return model_.rowOf(id) >= 0; });
    pending_ = areThere ? QStringList() : ids;
    if (areThere)
        list_->select(ids);
}

std::vector<const RunSummary*> HistoryPage::selectedRuns() const {
    std::vector<const RunSummary*> runs;
    for (const QString& id : selectedIds())
        if (const RunSummary* run = model_.find(id))
            runs.push_back(run);
    return runs;
}

bool HistoryPage::isTransferring() const {
    return transfer_->isBusy();
}

void HistoryPage::setBusy(bool isBusy) {
    isBusy_ = isBusy;
    actions_->setRuns(selectedRuns(), isBusy_);
}

void HistoryPage::onSelectionChanged() {
    const auto runs = selectedRuns();
    model_.setMarked(selectedIds().mid(0, ChosenRuns::kMostCurves));
    actions_->setRuns(runs, isBusy_);
    chosen_->show(runs);
}

void HistoryPage::chooseColumns() {
    askForColumns(this, query_->knownColumns(), view().columns, [this](std::vector<RunViewColumn> columns) {
        RunView changed = view();
        changed.columns = std::move(columns);
        setView(changed);
    });
}

void HistoryPage::saveView() {
    askForText(this, tr("Save view"), tr("Columns, filter, order and groups are kept under this name:"),
               toQt(view().name), [this](const QString& name) {
                   RunView named = view();
                   named.name = name.toStdString();
                   views_.save(named);
                   setView(named);
               });
}

void HistoryPage::askForTag() {
    askForText(this, tr("Add tag"), tr("A word for the chosen runs:"), {},
               [this](const QString& tag) { edits_->addTag(selectedRuns(), tag); });
}

void HistoryPage::runAgain() {
    config_.start(
        [database = History::database_path(workbench_.dataFolder()),
         id = selectedIds().front().toStdString()](const CancelToken&) -> Result<RunConfig> {
            TRY(const auto reader, HistoryReader::open(database));
            TRY(auto details, reader->run(id));
            return std::move(details.manifest.config);
        },
        [this](const Result<RunConfig>& config) {
            if (config)
                Q_EMIT againRequested(*config);
            else
                message_->showError(config.error());
        });
}

void HistoryPage::writeRuns(const QString& exporter) {
    std::vector<std::string> ids;
    for (const QString& id : selectedIds())
        ids.push_back(id.toStdString());
    askForTarget(this, exporter, [this, exporter, ids](const std::filesystem::path& out) {
        transfer_->write(exporter, ids, out);
    });
}

void HistoryPage::importRuns(bool isFolder) {
    askForLogs(this, isFolder,
               [this](const std::vector<std::filesystem::path>& places) { importFrom(places); });
}

void HistoryPage::importFrom(const std::vector<std::filesystem::path>& places) {
    message_->clear();
    transfer_->importFrom(places);
}

void HistoryPage::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

/// Logs of other programs, or folders of them.
void HistoryPage::dropEvent(QDropEvent* event) {
    std::vector<std::filesystem::path> places;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            places.push_back(toPath(url.toLocalFile()));
    if (places.empty())
        return;
    importFrom(places);
    event->acceptProposedAction();
}

void HistoryPage::showDiskUse() {
    auto* dialog = new DiskUseDialog(workbench_.dataFolder(), workbench_.history(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DiskUseDialog::runChosen, this, [this](const QString& id) { select({id}); });
    dialog->open();
}

}  // namespace tunebench::ui
