#include "ui/pages/settings_page.h"

#include <QApplication>
#include <QCheckBox>
#include <QDesktopServices>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/desktop/run_presence.h"
#include "ui/pages/settings/calibration_card.h"
#include "ui/text/core_sentence.h"
#include "ui/text/language.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/card.h"
#include "ui/widgets/combo_edit.h"
#include "ui/workbench.h"

namespace tunebench::ui {
namespace {

constexpr char kTheme[] = "theme";
constexpr int kWidest = 720;

}  // namespace

ThemeChoice storedTheme(const QSettings& settings) {
    return themeFromText(settings.value(QLatin1String(kTheme)).toString());
}

void storeTheme(QSettings& settings, ThemeChoice choice) {
    settings.setValue(QLatin1String(kTheme), themeText(choice));
    applyTheme(*qApp, choice);
}

SettingsPage::SettingsPage(Workbench& workbench, QWidget* parent) : QWidget(parent), workbench_(workbench) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kPage, spacing::kWide, spacing::kPage, spacing::kWide);
    layout->setSpacing(12);
    QLabel* title = makeLabel(tr("Settings"), TextRole::Title, this);
    title->setMinimumHeight(spacing::kControl);
    layout->addWidget(title);
    QWidget* learned = new CalibrationCard(workbench.dataFolder(), this);
    for (QWidget* card : {buildLook(), buildDesktop(), buildPlaces(), learned, buildEngine()}) {
        card->setMaximumWidth(kWidest);
        layout->addWidget(card);
    }
    layout->addStretch(1);
    connect(&workbench.bridge(), &RunBridge::engineInfo, this, &SettingsPage::onEngineInfo);
}

QWidget* SettingsPage::buildLook() {
    auto* card = new Card(tr("Look and language"), this);
    auto* rows = new QGridLayout;
    rows->setHorizontalSpacing(spacing::kWide);
    rows->setVerticalSpacing(spacing::kUnit);
    rows->setColumnStretch(2, 1);
    rows->addWidget(makeLabel(tr("Theme"), TextRole::Body, card), 0, 0);
    theme_ = new ComboEdit(card);
    theme_->setObjectName(QStringLiteral("theme"));
    theme_->setAccessibleName(tr("Theme"));
    theme_->addItem(tr("Same as the system"), themeText(ThemeChoice::System));
    theme_->addItem(tr("Light"), themeText(ThemeChoice::Light));
    theme_->addItem(tr("Dark"), themeText(ThemeChoice::Dark));
    showTheme();
    theme_->setMinimumWidth(180);
    rows->addWidget(theme_, 0, 1);
    card->body()->addLayout(rows);
    connect(theme_, &QComboBox::currentIndexChanged, this,
            [this] { storeTheme(workbench_.settings(), themeFromText(theme_->currentData().toString())); });
    addLanguage(card, *rows);
    return card;
}

void SettingsPage::addLanguage(Card* card, QGridLayout& rows) {
    rows.addWidget(makeLabel(tr("Language"), TextRole::Body, card), 1, 0);
    auto* language = new ComboEdit(card);
    language->setObjectName(QStringLiteral("language"));
    language->setAccessibleName(tr("Language"));
    language->addItem(tr("Same as the system"), languageText(Language::System));
    // Each in its own language: who cannot read this one finds theirs.
    language->addItem(QStringLiteral("English"), languageText(Language::English));
    language->addItem(QStringLiteral("Deutsch"), languageText(Language::German));
    language->setCurrentIndex(language->findData(languageText(storedLanguage(workbench_.settings()))));
    language->setMinimumWidth(180);
    rows.addWidget(language, 1, 1);
    rows.addWidget(makeLabel(tr("From the next start on"), TextRole::Caption, card), 1, 2);
    connect(language, &QComboBox::currentIndexChanged, this, [this, language] {
        storeLanguage(workbench_.settings(), languageFromText(language->currentData().toString()));
    });
}

void SettingsPage::showTheme() {
    theme_->setCurrentIndex(theme_->findData(themeText(storedTheme(workbench_.settings()))));
}

void SettingsPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    // Another one was chosen, perhaps elsewhere.
    if (event->type() == QEvent::PaletteChange && theme_ != nullptr)
        showTheme();
}

QWidget* SettingsPage::buildDesktop() {
    auto* card = new Card(tr("While a run trains"), this);
    QSettings& settings = workbench_.settings();
    auto* awake = new QCheckBox(tr("Keep the machine awake"), card);
    awake->setObjectName(QStringLiteral("keep_awake"));
    awake->setToolTip(tr("Until the run ends or is paused; from the next run on"));
    awake->setChecked(keepsAwake(settings));
    connect(awake, &QCheckBox::toggled, this, [&settings](bool isOn) { setKeepsAwake(settings, isOn); });
    card->body()->addWidget(awake);
    auto* notify = new QCheckBox(tr("Notify me when it has ended, if another window is in front"), card);
    notify->setObjectName(QStringLiteral("notify_at_end"));
    notify->setChecked(notifiesAtEnd(settings));
    connect(notify, &QCheckBox::toggled, this, [&settings](bool isOn) { setNotifiesAtEnd(settings, isOn); });
    card->body()->addWidget(notify);
    return card;
}

QWidget* SettingsPage::buildPlaces() {
    auto* card = new Card(tr("Data folder"), this);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::kUnit);
    auto* folder = new QLineEdit(toQt(workbench_.dataFolder()), card);
    folder->setObjectName(QStringLiteral("data_folder"));
    folder->setReadOnly(true);
    folder->setAccessibleName(tr("Data folder"));
    row->addWidget(folder, 1);
    auto* open = new QPushButton(icon(QStringLiteral("folder")), tr("Open folder"), card);
    connect(open, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(toQt(workbench_.dataFolder()))); });
    row->addWidget(open);
    card->body()->addLayout(row);
    QLabel* help = makeLabel(
        tr("History, runs and checkpoints are kept here. To use another folder, start Tunebench with "
           "--data-folder, or set TUNEBENCH_DATA."),
        TextRole::Caption, card);
    help->setWordWrap(true);
    card->body()->addWidget(help);
    return card;
}

QWidget* SettingsPage::buildEngine() {
    auto* card = new Card(tr("Engine"), this);
    engine_ = makeLabel(tr("The engine does the training. It is loaded when it is first needed."),
                        TextRole::Body, card);
    engine_->setWordWrap(true);
    engine_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    card->body()->addWidget(engine_);
    check_ = new QPushButton(tr("Check the engine"), card);
    check_->setToolTip(tr("Loads it and measures how fast it multiplies matrices"));
    card->body()->addWidget(check_, 0, Qt::AlignLeft);
    connect(check_, &QPushButton::clicked, this, [this] {
        check_->setEnabled(false);
        engine_->setText(workbench_.bridge().isBusy()
                             ? tr("Checked as soon as the run that is active has ended…")
                             : tr("Loading and measuring…"));
        workbench_.bridge().host().request_info();
    });
    return card;
}

void SettingsPage::onEngineInfo(const HostReply<EngineInfo>& reply) {
    check_->setEnabled(true);
    if (!reply.report) {
        engine_->setText(coreSentence(reply.report.error().message) + QLatin1Char('\n') +
                         coreSentence(reply.report.error().hint));
        return;
    }
    const EngineInfo& info = *reply.report;
    QString text = tr("LibTorch %1, threads: %2").arg(toQt(info.torch_version)).arg(info.threads);
    if (info.matmul_gflops > 0)
        text += tr(", %1 GFLOP/s in fp32 matrix products").arg(shortNumber(info.matmul_gflops));
    if (!info.warning.empty())
        text += QLatin1Char('\n') + coreSentence(info.warning);
    engine_->setText(text);
}

}  // namespace tunebench::ui
