#include "ui/pages/setup_page.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "core/base/durable_file.h"
#include "core/run/run_config.h"
#include "ui/forms/estimate_panel.h"
#include "ui/forms/run_form.h"
#include "ui/forms/section_form.h"
#include "ui/pages/setup/column_choices.h"
#include "ui/pages/setup/precision_panel.h"
#include "ui/pages/setup/preview_panel.h"
#include "ui/pages/setup/sample_files.h"
#include "ui/pages/setup/start_panel.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"
#include "ui/widgets/card.h"
#include "ui/widgets/message_bar.h"
#include "ui/workbench.h"

namespace tunebench::ui {
namespace {

constexpr int kCheckMs = 100;
constexpr int kPreviewMs = 250;
constexpr int kDraftMs = 1000;
constexpr int kSideWidth = 304;
constexpr int kTwoColumnsFrom = 980;
constexpr char kDraft[] = "draft.tunebench.json";
constexpr char kRunFiles[] = "Run files (*.tunebench.json *.json)";

bool isRunFile(const QString& path) {
    return path.endsWith(QLatin1String(".tunebench.json"), Qt::CaseInsensitive);
}

Finding blocking(const Error& error) {
    return {.severity = Finding::Severity::Blocks,
            .field = error.field,
            .message = error.message,
            .hint = error.hint};
}

}  // namespace

SetupPage::SetupPage(Workbench& workbench, QWidget* parent)
    : QWidget(parent), workbench_(workbench), check_(this), preview_(this) {
    form_ = new RunForm(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kPage, spacing::kWide, spacing::kPage, 0);
    layout->setSpacing(12);
    layout->addWidget(buildHeader());
    message_ = new MessageBar(this);
    layout->addWidget(message_);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::kWide);
    row->addWidget(buildScroll(), 1);
    row->addWidget(buildSide());
    layout->addLayout(row, 1);
    setAcceptDrops(true);
    for (auto [timer, interval] :
         {std::pair{&checkTimer_, kCheckMs}, {&previewTimer_, kPreviewMs}, {&draftTimer_, kDraftMs}}) {
        timer->setSingleShot(true);
        timer->setInterval(interval);
    }
    connect(&checkTimer_, &QTimer::timeout, this, &SetupPage::runChecks);
    connect(&previewTimer_, &QTimer::timeout, this, &SetupPage::runPreview);
    connect(&draftTimer_, &QTimer::timeout, this, &SetupPage::saveDraft);
    restoreDraft();
    new ColumnChoices(*form_, this);
    connect(form_, &RunForm::changed, this, &SetupPage::onFormChanged);
    connect(cards_.precision, &PrecisionPanel::measureRequested, this, &SetupPage::measureSpeed);
    connect(&workbench.bridge(), &RunBridge::speedsMeasured, this, &SetupPage::onSpeeds);
    showFacts();
    cards_.preview->showNothing(
        tr("Choose a model and training data to see the tokens and which of them are learned."));
}

SetupPage::~SetupPage() {
    if (draftTimer_.isActive())
        saveDraft();
}

QWidget* SetupPage::buildHeader() {
    auto* header = new QWidget(this);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kUnit);
    row->addWidget(makeLabel(tr("Setup"), TextRole::Title, header));
    row->addSpacing(spacing::kUnit);
    form_->name()->setMinimumWidth(180);
    form_->name()->setMaximumWidth(360);
    row->addWidget(form_->name(), 1);
    row->addStretch();
    auto* sample = new QPushButton(icon(QStringLiteral("sample")), tr("Use the sample"), header);
    sample->setObjectName(QStringLiteral("use_sample"));
    sample->setToolTip(
        tr("A small model and data that come with Tunebench: a whole fine-tuning in two minutes"));
    connect(sample, &QPushButton::clicked, this, &SetupPage::useSample);
    row->addWidget(sample);
    auto* open = new QPushButton(icon(QStringLiteral("folder")), tr("Open…"), header);
    open->setToolTip(tr("Open a run file (Ctrl+O)"));
    open->setShortcut(QKeySequence::Open);
    connect(open, &QPushButton::clicked, this, &SetupPage::chooseRunFile);
    row->addWidget(open);
    auto* save = new QPushButton(icon(QStringLiteral("save")), tr("Save…"), header);
    save->setToolTip(tr("Save as a run file, for later or for the command line (Ctrl+S)"));
    save->setShortcut(QKeySequence::Save);
    connect(save, &QPushButton::clicked, this, &SetupPage::saveRunFile);
    row->addWidget(save);
    return header;
}

QWidget* SetupPage::buildScroll() {
    scroll_ = new QScrollArea(this);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(scroll_);
    cards_ = makeSetupCards(*form_, content);
    addHubButton(cards_.model, RepositoryKind::Model, QStringLiteral("find_model"));
    addHubButton(cards_.data, RepositoryKind::Dataset, QStringLiteral("find_data"));
    auto* columns = new QHBoxLayout(content);
    columns->setContentsMargins(0, 0, spacing::kHalf, spacing::kWide);
    columns->setSpacing(spacing::kWide);
    firstColumn_ = new QVBoxLayout;
    secondColumn_ = new QVBoxLayout;
    for (QVBoxLayout* column : {firstColumn_, secondColumn_}) {
        column->setSpacing(spacing::kWide);
        columns->addLayout(column, 1);
    }
    scroll_->setWidget(content);
    scroll_->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    arrangeCards();
    return scroll_;
}

void SetupPage::addHubButton(Card* card, RepositoryKind kind, const QString& objectName) {
    auto* button = new QPushButton(iconOfLink(QStringLiteral("hub")), tr("From the hub…"), card);
    button->setObjectName(objectName);
    button->setToolTip(kind == RepositoryKind::Model ? tr("Find and download a model")
                                                     : tr("Find and download a data set"));
    setButtonKind(button, ButtonKind::Link);
    card->header()->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, kind] { Q_EMIT hubRequested(kind); });
}

QWidget* SetupPage::buildSide() {
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setFixedWidth(kSideWidth);
    auto* side = new QWidget(area);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, spacing::kWide);
    layout->setSpacing(spacing::kWide);
    start_ = new StartPanel(side);
    estimate_ = new EstimatePanel(side);
    layout->addWidget(estimate_);
    layout->addWidget(start_);
    layout->addStretch(1);
    area->setWidget(side);
    area->viewport()->setAutoFillBackground(false);
    side->setAutoFillBackground(false);
    connect(start_, &StartPanel::startRequested, this, &SetupPage::start);
    connect(start_, &StartPanel::fieldRequested, this, &SetupPage::reveal);
    return area;
}

void SetupPage::arrangeCards() {
    const int columns = scroll_->width() >= kTwoColumnsFrom ? 2 : 1;
    if (columns == columns_)
        return;
    columns_ = columns;
    for (QVBoxLayout* column : {firstColumn_, secondColumn_})
        while (QLayoutItem* item = column->takeAt(0))
            delete item;
    const bool hasTwo = columns == 2;
    for (Card* card : cards_.all()) {
        const bool goesRight =
            hasTwo && (card == cards_.method || card == cards_.training || card == cards_.watching);
        (goesRight ? secondColumn_ : firstColumn_)->addWidget(card);
    }
    firstColumn_->addStretch(1);
    secondColumn_->addStretch(hasTwo ? 1 : 0);
    auto* both = static_cast<QHBoxLayout*>(scroll_->widget()->layout());
    both->setStretch(1, hasTwo ? 1 : 0);
    both->setSpacing(hasTwo ? spacing::kWide : 0);
}

void SetupPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrangeCards();
}

void SetupPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (wasShown_)
        return;
    wasShown_ = true;
    // After the first picture: nothing that reads a disk stands between the user and the window.
    QTimer::singleShot(0, this, &SetupPage::runChecks);
    QTimer::singleShot(0, this, &SetupPage::runPreview);
}

const RunConfig& SetupPage::config() const {
    return form_->config();
}

void SetupPage::setConfig(const RunConfig& config) {
    message_->clear();
    form_->setConfig(config);
}

void SetupPage::restoreDraft() {
    const auto file = workbench_.dataFolder() / kDraft;
    constexpr std::size_t kMostBytes = std::size_t{1} << 20;
    const auto text = read_file(file, kMostBytes);
    if (!text)
        return;
    const auto json = parse_run_json(*text, file.string());
    if (!json)
        return;
    if (const auto draft = run_config_from_json(*json, file.parent_path(), UnknownKeys::Keep))
        form_->setConfig(*draft);
}

void SetupPage::saveDraft() {
    draftTimer_.stop();
    // A convenience: when it cannot be written, nothing of worth is lost.
    static_cast<void>(save_run_file(config(), workbench_.dataFolder() / kDraft));
}

void SetupPage::showFacts() {
    cards_.effective->setText(effectiveBatchText(config()));
    cards_.precision->showRun(config());
}

void SetupPage::measureSpeed(const std::string& device) {
    speedDevice_ = device;
    speedRequest_ = workbench_.bridge().host().arithmetic_rates(device);
}

void SetupPage::onSpeeds(const HostReply<std::vector<ArithmeticRate>>& reply) {
    if (reply.request == speedRequest_)
        cards_.precision->showSpeeds(speedDevice_, reply.report);
}

void SetupPage::onFormChanged() {
    showFacts();
    start_->setChecking();
    checkTimer_.start();
    previewTimer_.start();
    draftTimer_.start();
}

void SetupPage::runChecks() {
    check_.start([config = config(), folder = workbench_.dataFolder()](
                     const CancelToken&) { return checkSetup(config, folder); },
                 [this](const SetupCheck& check) { onChecked(check); });
}

void SetupPage::onChecked(const SetupCheck& check) {
    findings_ = check.findings;
    if (!check.model)
        cards_.recognised->setText(
            tr("A folder from Hugging Face: config.json, safetensors, tokenizer.json. It is only read."));
    else if (*check.model)
        cards_.recognised->setText(modelText(**check.model));
    else
        cards_.recognised->setText(toQt(check.model->error().message));
    if (!check.estimate)
        estimate_->showNothing(check.model ? tr("No estimate: the model cannot be read.")
                                           : tr("Choose a model to see what the run will need."));
    else if (*check.estimate)
        estimate_->showEstimate(**check.estimate, check.available_bytes);
    else
        estimate_->showNothing(toQt(check.estimate->error().message));
    if (checkTimer_.isActive())
        return;  // the form has changed since
    updateStart();
    Q_EMIT checked();
}

void SetupPage::updateStart() {
    std::vector<Finding> findings;
    if (isBusy_)
        findings.push_back({.field = "live",
                            .message = tr("Another run is active.").toStdString(),
                            .hint = tr("Stop it, or wait until it has finished.").toStdString()});
    for (const auto& error : form_->errors())
        findings.push_back(blocking(error));
    findings.insert(findings.end(), findings_.begin(), findings_.end());
    start_->setFindings(findings);
}

void SetupPage::setBusy(bool isBusy) {
    isBusy_ = isBusy;
    cards_.precision->setBusy(isBusy);
    if (wasShown_)
        runChecks();
}

void SetupPage::runPreview() {
    if (config().model.path.empty() || config().data.train.empty()) {
        preview_.cancel();
        cards_.preview->showNothing(
            tr("Choose a model and training data to see the tokens and which of them are learned."));
        return;
    }
    preview_.start([config = config(), tokenizer = tokenizer_](
                       const CancelToken& cancel) { return previewData(config, tokenizer, cancel); },
                   [this](PreviewAnswer answer) {
                       tokenizer_ = std::move(answer.tokenizer);
                       cards_.preview->showPreview(std::move(answer.preview));
                   });
}

void SetupPage::reveal(const QString& field) {
    if (field == QLatin1String("live")) {
        Q_EMIT liveRequested();
        return;
    }
    QWidget* target = form_->reveal(field);
    if (target == nullptr)
        return;
    // A field that was just unfolded has no place yet.
    QTimer::singleShot(0, target, [this, target] {
        scroll_->ensureWidgetVisible(target, 0, 2 * spacing::kPage);
        for (QWidget* widget = target; widget != nullptr; widget = widget->parentWidget())
            if (auto* card = qobject_cast<Card*>(widget))
                card->flash();
    });
}

void SetupPage::start() {
    if (start_->startButton()->isEnabled())
        Q_EMIT startRequested(config());
}

void SetupPage::showError(const Error& error) {
    message_->showError(error);
    if (!error.field.empty())
        message_->addAction(tr("Show the field"), [this, field = toQt(error.field)] { reveal(field); });
}

void SetupPage::useSample() {
    const auto file = findSampleRun();
    if (!file) {
        showError(file.error());
        return;
    }
    openRunFile(*file);
}

void SetupPage::useHubName(RepositoryKind kind, const QString& name) {
    RunConfig config = this->config();
    if (kind == RepositoryKind::Model)
        config.model.path = name.toStdString();
    else
        config.data.train = {name.toStdString()};
    setConfig(config);
}

bool SetupPage::openRunFile(const std::filesystem::path& file) {
    const auto config = load_run_file(file);
    if (!config) {
        showError(config.error());
        return false;
    }
    setConfig(*config);
    return true;
}

void SetupPage::chooseRunFile() {
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Open a run file"), {}, QLatin1String(kRunFiles));
    if (!file.isEmpty())
        openRunFile(toPath(file));
}

void SetupPage::saveRunFile() {
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save the run file"), QStringLiteral("run.tunebench.json"), QLatin1String(kRunFiles));
    if (file.isEmpty())
        return;
    if (const auto saved = save_run_file(config(), toPath(file)); !saved)
        showError(saved.error());
    else
        message_->show(MessageKind::Success, tr("Saved %1").arg(file),
                       tr("The command line runs it too: tunebench-cli run %1").arg(file));
}

void SetupPage::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void SetupPage::dropEvent(QDropEvent* event) {
    for (const QUrl& url : event->mimeData()->urls()) {
        const QFileInfo file(url.toLocalFile());
        if (isRunFile(file.filePath())) {
            openRunFile(toPath(file.absoluteFilePath()));
            return;
        }
        RunConfig config = this->config();
        if (file.isDir())
            config.model.path = file.absoluteFilePath().toStdString();
        else
            config.data.train = {file.absoluteFilePath().toStdString()};
        setConfig(config);
    }
    event->acceptProposedAction();
}

}  // namespace tunebench::ui
