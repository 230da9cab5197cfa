<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ChartExport</name>
    <message>
        <source>A chart cannot be saved as %1</source>
        <translation>Ein Diagramm lässt sich nicht als %1 speichern</translation>
    </message>
    <message>
        <source>End the name in .png, .svg, .pdf or .csv.</source>
        <translation>Der Name muss auf .png, .svg, .pdf oder .csv enden.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG-Bild (*.svg)</translation>
    </message>
    <message>
        <source>PDF page (*.pdf)</source>
        <translation>PDF-Seite (*.pdf)</translation>
    </message>
    <message>
        <source>Numbers (*.csv)</source>
        <translation>Zahlen (*.csv)</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>%1 could not be drawn: it is too large a picture</source>
        <translation>%1 lässt sich nicht zeichnen: Das Bild ist zu groß</translation>
    </message>
    <message>
        <source>Make the window smaller, or save it as SVG or PDF.</source>
        <translation>Das Fenster verkleinern oder als SVG oder PDF speichern.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk.</source>
        <translation>Einen anderen Ordner wählen oder Platz auf der Platte schaffen.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>%1 (baseline)</source>
        <translation>%1 (Vergleichsbasis)</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>This version does not know the run&apos;s method</source>
        <translation>Diese Version kennt die Methode des Laufs nicht</translation>
    </message>
    <message>
        <source>Use the version that made the run.</source>
        <translation>Die Version verwenden, die den Lauf gemacht hat.</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>Not as %1: %2.</source>
        <translation>Nicht als %1: %2.</translation>
    </message>
</context>
<context>
    <name>HistoryDialogs</name>
    <message>
        <source>Write runs as %1</source>
        <translation>Läufe schreiben als %1</translation>
    </message>
    <message>
        <source>Import a folder of logs</source>
        <translation>Ordner mit Protokollen importieren</translation>
    </message>
    <message>
        <source>Import log files</source>
        <translation>Protokolldateien importieren</translation>
    </message>
</context>
<context>
    <name>HubTexts</name>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Opens to those who have the right to read it</source>
        <translation>Nur mit Leserecht zugänglich</translation>
    </message>
    <message>
        <source>Gated</source>
        <translation>Beschränkt</translation>
    </message>
    <message>
        <source>Its owners give access to those who ask on its page, and it takes a token</source>
        <translation>Zugang geben die Eigentümer auf Anfrage auf der Seite dazu; nötig ist ein Zugriffstoken</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>Teilweise</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>&gt;Downloads</source>
        <translation>&gt;Downloads</translation>
    </message>
    <message>
        <source>&gt;Weights</source>
        <translation>&gt;Gewichte</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>geändert am %1</translation>
    </message>
    <message>
        <source>%1 in the last 30 days</source>
        <translation>%1 in den letzten 30 Tagen</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Unfertig</translation>
    </message>
    <message>
        <source>%1 of files that are not whole</source>
        <translation>%1 an unvollständigen Dateien</translation>
    </message>
    <message>
        <source>Files missing</source>
        <translation>Dateien fehlen</translation>
    </message>
    <message>
        <source>Without %1</source>
        <translation>Ohne %1</translation>
    </message>
    <message>
        <source>No version</source>
        <translation>Keine Version</translation>
    </message>
    <message>
        <source>The folder holds no version that a run could read</source>
        <translation>Der Ordner enthält keine Version, die ein Lauf lesen könnte</translation>
    </message>
    <message>
        <source>In the cache</source>
        <translation>Im Cache</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>&gt;Size</source>
        <translation>&gt;Größe</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Download?</source>
        <translation>Herunterladen?</translation>
    </message>
    <message>
        <source>Fetched by Download</source>
        <translation>Wird mit „Herunterladen“ geholt</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Nicht nötig</translation>
    </message>
    <message>
        <source>Neither loading nor training reads it</source>
        <translation>Weder beim Laden noch beim Training gelesen</translation>
    </message>
    <message>
        <source>Pickle</source>
        <translation>Pickle</translation>
    </message>
    <message>
        <source>Such files can run programs when they are opened: they are neither fetched nor read</source>
        <translation>Solche Dateien können beim Öffnen Programme ausführen: Sie werden weder geholt noch gelesen</translation>
    </message>
</context>
<context>
    <name>LogTexts</name>
    <message>
        <source>%1 training examples, %2 for validation</source>
        <translation>%1 Trainingsbeispiele, %2 zur Validierung</translation>
    </message>
    <message>
        <source>Started: %1</source>
        <translation>Gestartet: %1</translation>
    </message>
    <message>
        <source>Resumed from %1: %2</source>
        <translation>Fortgesetzt ab %1: %2</translation>
    </message>
    <message>
        <source>%1 examples were cut to the longest length</source>
        <translation>%1 Beispiele wurden auf die Höchstlänge gekürzt</translation>
    </message>
    <message>
        <source>%1 examples were left out: nothing in them is learned</source>
        <translation>%1 Beispiele wurden ausgelassen: Nichts darin wird gelernt</translation>
    </message>
    <message>
        <source>Validation loss %1, %2 of labels right%3</source>
        <translation>Validierungsverlust %1, %2 der Labels richtig%3</translation>
    </message>
    <message>
        <source>Validation loss %1, %2 of tokens right%3</source>
        <translation>Validierungsverlust %1, %2 der Token richtig%3</translation>
    </message>
    <message>
        <source> (best so far)</source>
        <translation> (bisher bester)</translation>
    </message>
    <message>
        <source>Saved %1 (%2 in %3)</source>
        <translation>%1 gespeichert (%2 in %3)</translation>
    </message>
    <message>
        <source>learning rate %1</source>
        <translation>Lernrate %1</translation>
    </message>
    <message>
        <source>evaluation every step</source>
        <translation>Auswertung bei jedem Schritt</translation>
    </message>
    <message>
        <source>evaluation every %1 steps</source>
        <translation>Auswertung alle %1 Schritte</translation>
    </message>
    <message>
        <source>evaluation only at the end</source>
        <translation>Auswertung nur am Ende</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Geändert: %1</translation>
    </message>
</context>
<context>
    <name>MachineView</name>
    <message>
        <source>Temperature of the GPU (°C)</source>
        <translation>Temperatur der GPU (°C)</translation>
    </message>
    <message>
        <source>Power of the GPU (W)</source>
        <translation>Leistung der GPU (W)</translation>
    </message>
    <message>
        <source>Seconds a step</source>
        <translation>Sekunden je Schritt</translation>
    </message>
    <message>
        <source>Tensors at a step&apos;s end</source>
        <translation>Tensoren am Schrittende</translation>
    </message>
    <message>
        <source>Skipped steps</source>
        <translation>Übersprungene Schritte</translation>
    </message>
    <message>
        <source>Seconds an evaluation</source>
        <translation>Sekunden je Auswertung</translation>
    </message>
    <message>
        <source>Validation perplexity</source>
        <translation>Validierungsperplexität</translation>
    </message>
    <message>
        <source>Tokens right (share)</source>
        <translation>Token richtig (Anteil)</translation>
    </message>
    <message>
        <source>Labels right (share)</source>
        <translation>Labels richtig (Anteil)</translation>
    </message>
    <message>
        <source>F1 (macro)</source>
        <translation>F1 (Makro)</translation>
    </message>
</context>
<context>
    <name>MetricWords</name>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Validierungsverlust</translation>
    </message>
    <message>
        <source>Validation perplexity</source>
        <translation>Validierungsperplexität</translation>
    </message>
    <message>
        <source>Validation token accuracy</source>
        <translation>Validierung: Token-Genauigkeit</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>Validierungsgenauigkeit</translation>
    </message>
    <message>
        <source>Validation F1</source>
        <translation>Validierungs-F1</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation>Token je Sekunde</translation>
    </message>
    <message>
        <source>Seconds per step</source>
        <translation>Sekunden je Schritt</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Loss scale</source>
        <translation>Verlustskalierung</translation>
    </message>
    <message>
        <source>Gradient underflow (share)</source>
        <translation>Gradientenunterlauf (Anteil)</translation>
    </message>
    <message>
        <source>Gradient overflow (share)</source>
        <translation>Gradientenüberlauf (Anteil)</translation>
    </message>
    <message>
        <source>Best validation loss</source>
        <translation>Bester Validierungsverlust</translation>
    </message>
    <message>
        <source>Last validation loss</source>
        <translation>Letzter Validierungsverlust</translation>
    </message>
    <message>
        <source>Training loss, last 20 steps</source>
        <translation>Trainingsverlust, letzte 20 Schritte</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>Überanpassung</translation>
    </message>
    <message>
        <source>Forgetting</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Trained parameters</source>
        <translation>Trainierte Parameter</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>Spitzenspeicher</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>Trainingszeit</translation>
    </message>
    <message>
        <source>Size of the result</source>
        <translation>Größe des Ergebnisses</translation>
    </message>
    <message>
        <source>The last validation loss less the mean of the last 20 training losses. The more above 0, the more.</source>
        <translation>Der letzte Validierungsverlust minus das Mittel der letzten 20 Trainingsverluste. Je weiter über 0, desto mehr.</translation>
    </message>
    <message>
        <source>How much the loss on the general text has risen from before the first step to the result. The more above 0, the more.</source>
        <translation>Um wie viel der Verlust auf dem allgemeinen Text vom Stand vor dem ersten Schritt bis zum Ergebnis gestiegen ist. Je weiter über 0, desto mehr.</translation>
    </message>
</context>
<context>
    <name>NumberTexts</name>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Token/s</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird beendet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation>Vorzeitig beendet</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Stopped early: the validation loss no longer fell</source>
        <translation>Vorzeitig beendet: Der Validierungsverlust sank nicht mehr</translation>
    </message>
    <message>
        <source>Stopped and saved</source>
        <translation>Beendet und gespeichert</translation>
    </message>
</context>
<context>
    <name>ParamForm</name>
    <message>
        <source>default %1</source>
        <translation>Vorgabe %1</translation>
    </message>
    <message>
        <source>unit: %1</source>
        <translation>Einheit: %1</translation>
    </message>
</context>
<context>
    <name>PrecisionTexts</name>
    <message>
        <source>%1× slower than fp32</source>
        <translation>%1× langsamer als fp32</translation>
    </message>
    <message>
        <source>as fast as fp32</source>
        <translation>so schnell wie fp32</translation>
    </message>
    <message>
        <source>%1× fp32</source>
        <translation>%1× fp32</translation>
    </message>
    <message>
        <source>The model&apos;s weights are kept in %1, which saves memory, and computed with in fp32.</source>
        <translation>Die Gewichte des Modells liegen in %1, was Speicher spart; gerechnet wird mit ihnen in fp32.</translation>
    </message>
    <message>
        <source>Mixed: trained weights stay in fp32, so that no update is too small for them; products, and what is kept for the backward pass, are in %1.</source>
        <translation>Gemischt: Trainierte Gewichte bleiben in fp32, damit keine Änderung für sie zu klein ist; Produkte und alles für den Rückwärtsdurchlauf Behaltene sind in %1.</translation>
    </message>
    <message>
        <source>Pure %1: the model&apos;s own weights are in 16 bits too, and take half the memory; stochastic rounding keeps small updates on average.</source>
        <translation>Rein %1: Auch die Gewichte des Modells selbst haben 16 Bit und belegen den halben Speicher; stochastisches Runden erhält kleine Änderungen im Mittel.</translation>
    </message>
    <message>
        <source>Pure %1: the model&apos;s own weights are in 16 bits too, and take half the memory; where they are trained, an update below about %2 of a weight is lost.</source>
        <translation>Rein %1: Auch die Gewichte des Modells selbst haben 16 Bit und belegen den halben Speicher; wo sie trainiert werden, geht eine Änderung unter etwa %2 eines Gewichts verloren.</translation>
    </message>
    <message>
        <source>In %1 numbers below %2 become 0 (underflow), and beyond %3 infinite (overflow).</source>
        <translation>In %1 werden Zahlen unter %2 zu 0 (Unterlauf) und jenseits von %3 unendlich (Überlauf).</translation>
    </message>
    <message>
        <source>That is the range of fp32: bf16 needs no loss scale.</source>
        <translation>Das ist der Bereich von fp32: bf16 braucht keine Verlustskalierung.</translation>
    </message>
    <message>
        <source>A loss scale of 1 does nothing against underflow.</source>
        <translation>Eine Verlustskalierung von 1 bewirkt nichts gegen Unterlauf.</translation>
    </message>
    <message>
        <source>Gradients are small: the loss is multiplied by %1 (the loss scale) before the backward pass, and gradients are divided by it after.</source>
        <translation>Gradienten sind klein: Der Verlust wird vor dem Rückwärtsdurchlauf mit %1 (der Verlustskalierung) multipliziert, danach werden die Gradienten durch sie geteilt.</translation>
    </message>
    <message>
        <source>Gradients are small: the loss is multiplied by a loss scale before the backward pass, the largest that does not overflow, and gradients are divided by it after.</source>
        <translation>Gradienten sind klein: Der Verlust wird vor dem Rückwärtsdurchlauf mit einer Verlustskalierung multipliziert, der größten ohne Überlauf, danach werden die Gradienten durch sie geteilt.</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>noch nicht gemessen</translation>
    </message>
    <message>
        <source>%1 GFLOP/s</source>
        <translation>%1 GFLOP/s</translation>
    </message>
    <message>
        <source>emulated here</source>
        <translation>hier emuliert</translation>
    </message>
    <message>
        <source>%1 is %2× slower than fp32 on this machine: choose fp32.</source>
        <translation>%1 ist auf diesem Rechner %2× langsamer als fp32: fp32 wählen.</translation>
    </message>
    <message>
        <source>Everything is kept and computed in fp32: exact enough for every method, with a range that gradients do not leave, and four bytes a number.</source>
        <translation>Alles wird in fp32 gehalten und berechnet: genau genug für jede Methode, mit einem Bereich, den Gradienten nicht verlassen, und vier Byte je Zahl.</translation>
    </message>
</context>
<context>
    <name>RunFacts</name>
    <message>
        <source>Forgetting</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>%1 (%2 → %3)</source>
        <comment>change, before, after</comment>
        <translation>%1 (%2 → %3)</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>Überanpassung</translation>
    </message>
    <message>
        <source>%1 at step %2</source>
        <translation>%1 bei Schritt %2</translation>
    </message>
    <message>
        <source>%1: %2 values</source>
        <translation>%1: %2 Werte</translation>
    </message>
    <message>
        <source>Lowest: %1</source>
        <translation>Kleinster: %1</translation>
    </message>
    <message>
        <source>Highest: %1</source>
        <translation>Größter: %1</translation>
    </message>
    <message>
        <source>Imported from</source>
        <translation>Importiert aus</translation>
    </message>
    <message>
        <source>Tunebench</source>
        <translation>Tunebench</translation>
    </message>
    <message>
        <source>LibTorch</source>
        <translation>LibTorch</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>Betriebssystem</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>SHA-256 of %1</source>
        <translation>SHA-256 von %1</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>has not ended</source>
        <translation>nicht beendet</translation>
    </message>
    <message>
        <source>Memory peak in %1: %2</source>
        <translation>Speicherspitze in %1: %2</translation>
    </message>
    <message>
        <source>The whole process had at most %1 in RAM during the steps.</source>
        <translation>Der ganze Prozess hatte während der Schritte höchstens %1 im RAM.</translation>
    </message>
    <message>
        <source>The whole process had at most %1 in RAM then.</source>
        <translation>Der ganze Prozess hatte dabei höchstens %1 im RAM.</translation>
    </message>
    <message>
        <source>Session ended: %1 %2</source>
        <translation>Sitzung beendet: %1 %2</translation>
    </message>
    <message>
        <source>Exported as %1 to %2</source>
        <translation>Als %1 nach %2 exportiert</translation>
    </message>
    <message>
        <source>%1 (best)</source>
        <translation>%1 (bester)</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exporte</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>Andere Dateien</translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>Nicht gelesen: %1</translation>
    </message>
</context>
<context>
    <name>RunPlaces</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>%1: not known of every run; not drawn: %2</source>
        <translation>%1: nicht von jedem Lauf bekannt; nicht gezeichnet: %2</translation>
    </message>
</context>
<context>
    <name>SampleFiles</name>
    <message>
        <source>The bundled sample is not installed.</source>
        <translation>Das mitgelieferte Beispiel ist nicht installiert.</translation>
    </message>
    <message>
        <source>Reinstall Tunebench, or choose a model and data of your own.</source>
        <translation>Tunebench neu installieren oder eigenes Modell und eigene Daten wählen.</translation>
    </message>
</context>
<context>
    <name>SectionTitles</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Learning-rate schedule</source>
        <translation>Verlauf der Lernrate</translation>
    </message>
    <message>
        <source>Budget and batches</source>
        <translation>Budget und Batches</translation>
    </message>
    <message>
        <source>Regularization</source>
        <translation>Regularisierung</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Machine and seed</source>
        <translation>Rechner und Seed</translation>
    </message>
</context>
<context>
    <name>SensitivityCharts</name>
    <message>
        <source>Loss against %1</source>
        <translation>Verlust über %1</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>Verlust (zurückgehalten)</translation>
    </message>
    <message>
        <source>Best validation loss</source>
        <translation>Bester Validierungsverlust</translation>
    </message>
</context>
<context>
    <name>SetupCardTexts</name>
    <message>
        <source>1 layer</source>
        <translation>1 Schicht</translation>
    </message>
    <message>
        <source>%1 layers</source>
        <translation>%1 Schichten</translation>
    </message>
    <message>
        <source>1 head</source>
        <translation>1 Kopf</translation>
    </message>
    <message>
        <source>%1 heads</source>
        <translation>%1 Köpfe</translation>
    </message>
    <message>
        <source>From the hub…</source>
        <translation>Vom Hub…</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Find and download a model</source>
        <translation>Modell suchen und herunterladen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Find and download a data set</source>
        <translation>Datensatz suchen und herunterladen</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Watching and saving</source>
        <translation>Beobachten und Speichern</translation>
    </message>
    <message>
        <source>Precision and machine</source>
        <translation>Präzision und Rechner</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 Parameter</translation>
    </message>
    <message>
        <source>%1, hidden size %2, %3</source>
        <translation>%1, Breite %2, %3</translation>
    </message>
    <message>
        <source>vocabulary %1</source>
        <translation>Vokabular %1</translation>
    </message>
    <message>
        <source>%1 of weights</source>
        <translation>%1 Gewichte</translation>
    </message>
    <message>
        <source>One step reads 1 packed row of at most %1 tokens.</source>
        <translation>Ein Schritt liest 1 gepackte Zeile zu höchstens %1 Token.</translation>
    </message>
    <message>
        <source>One step reads 1 sequence of at most %1 tokens.</source>
        <translation>Ein Schritt liest 1 Sequenz zu höchstens %1 Token.</translation>
    </message>
    <message>
        <source>packed rows</source>
        <translation>gepackte Zeilen</translation>
    </message>
    <message>
        <source>sequences</source>
        <translation>Sequenzen</translation>
    </message>
    <message>
        <source>One step reads %1 %2 of at most %3 tokens: up to %4 tokens.</source>
        <translation>Ein Schritt liest %1 %2 zu höchstens %3 Token: bis zu %4 Token.</translation>
    </message>
</context>
<context>
    <name>Speaker</name>
    <message>
        <source>Base model</source>
        <translation>Basismodell</translation>
    </message>
    <message>
        <source>Paused run, step %1</source>
        <translation>Angehaltener Lauf, Schritt %1</translation>
    </message>
</context>
<context>
    <name>StudyCheckTexts</name>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 Schritte</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>1 epoch</source>
        <translation>1 Epoche</translation>
    </message>
    <message>
        <source>%1 epochs</source>
        <translation>%1 Epochen</translation>
    </message>
    <message>
        <source>by time</source>
        <translation>nach Zeit</translation>
    </message>
    <message>
        <source>Not every method fits into the memory that is free now.</source>
        <translation>Nicht jede Methode passt in den derzeit freien Speicher.</translation>
    </message>
    <message>
        <source>Its runs will be noted as failed. Hold memory equal, or lower the batch size of the base.</source>
        <translation>Deren Läufe werden als fehlgeschlagen vermerkt. Speicher gleich halten oder die Batch-Größe der Basis senken.</translation>
    </message>
    <message>
        <source>The base has no model or no training data.</source>
        <translation>Der Basis fehlen Modell oder Trainingsdaten.</translation>
    </message>
    <message>
        <source>Choose them in Setup, and take what it holds.</source>
        <translation>Unter „Einrichten“ wählen und von dort übernehmen.</translation>
    </message>
    <message>
        <source>A comparison needs two methods.</source>
        <translation>Ein Vergleich braucht zwei Methoden.</translation>
    </message>
    <message>
        <source>Add another one.</source>
        <translation>Eine weitere hinzufügen.</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Return</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>Anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Ctrl+P</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation>Beenden und speichern</translation>
    </message>
    <message>
        <source>Ctrl+.</source>
        <translation>Ctrl+.</translation>
    </message>
    <message>
        <source>Open a run file…</source>
        <translation>Laufdatei öffnen…</translation>
    </message>
    <message>
        <source>Save the run file…</source>
        <translation>Laufdatei speichern…</translation>
    </message>
    <message>
        <source>Use the sample</source>
        <translation>Beispiel verwenden</translation>
    </message>
    <message>
        <source>New study</source>
        <translation>Neue Studie</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>Zwischen Hell und Dunkel wechseln</translation>
    </message>
    <message>
        <source>toggle theme</source>
        <translation>Design umschalten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Programm beenden</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>manual: what this page is for, and how it works</source>
        <translation>Handbuch: wozu diese Seite dient und wie sie funktioniert</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Runs that you marked with a star.</source>
        <translation>Mit einem Stern markierte Läufe.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>How the run stands or ended.</source>
        <translation>Wie der Lauf steht oder geendet hat.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The name that the run was given.</source>
        <translation>Der Name, den der Lauf bekommen hat.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>What was fine-tuned.</source>
        <translation>Was feinabgestimmt wurde.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>The fine-tuning method, and how the base is quantized.</source>
        <translation>Die Fine-Tuning-Methode und wie die Basis quantisiert ist.</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>How many parameters train, and their share of all.</source>
        <translation>Wie viele Parameter trainiert werden und ihr Anteil an allen.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>All parameters, trained or not.</source>
        <translation>Alle Parameter, ob trainiert oder nicht.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>The highest memory that was measured.</source>
        <translation>Der gemessene Spitzenspeicher.</translation>
    </message>
    <message>
        <source>Predicted memory</source>
        <translation>Geschätzter Speicher</translation>
    </message>
    <message>
        <source>The highest memory as it was estimated before the run.</source>
        <translation>Der vor dem Lauf geschätzte Spitzenspeicher.</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>Token/s</translation>
    </message>
    <message>
        <source>How many tokens were trained on in a second.</source>
        <translation>Auf wie vielen Token je Sekunde trainiert wurde.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Training time over all sessions, without pauses.</source>
        <translation>Trainingszeit über alle Sitzungen, ohne Pausen.</translation>
    </message>
    <message>
        <source>Last loss</source>
        <translation>Letzter Verlust</translation>
    </message>
    <message>
        <source>The training loss of the last step.</source>
        <translation>Der Trainingsverlust des letzten Schritts.</translation>
    </message>
    <message>
        <source>Best loss</source>
        <translation>Bester Verlust</translation>
    </message>
    <message>
        <source>The lowest loss on the validation data.</source>
        <translation>Der niedrigste Verlust auf den Validierungsdaten.</translation>
    </message>
    <message>
        <source>Best step</source>
        <translation>Bester Schritt</translation>
    </message>
    <message>
        <source>The step of the lowest validation loss.</source>
        <translation>Der Schritt mit dem niedrigsten Validierungsverlust.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Optimizer steps that were done.</source>
        <translation>Ausgeführte Optimierungsschritte.</translation>
    </message>
    <message>
        <source>Planned steps</source>
        <translation>Geplante Schritte</translation>
    </message>
    <message>
        <source>Optimizer steps that were planned.</source>
        <translation>Geplante Optimierungsschritte.</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>When the run began.</source>
        <translation>Wann der Lauf begann.</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>When its last session ended.</source>
        <translation>Wann seine letzte Sitzung endete.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Words that you gave it.</source>
        <translation>Selbst vergebene Wörter.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>What you wrote about it.</source>
        <translation>Was dazu notiert wurde.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Why it failed.</source>
        <translation>Warum er fehlgeschlagen ist.</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>The log of another program that it was imported from.</source>
        <translation>Das Protokoll eines anderen Programms, aus dem er importiert wurde.</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Whether it is left out of the list.</source>
        <translation>Ob er in der Liste ausgelassen wird.</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>How the command line calls it.</source>
        <translation>So heißt er auf der Befehlszeile.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Where its files lie.</source>
        <translation>Wo seine Dateien liegen.</translation>
    </message>
    <message>
        <source>A setting of an imported run, as the other program named it.</source>
        <translation>Eine Einstellung eines importierten Laufs, wie das andere Programm sie nennt.</translation>
    </message>
    <message>
        <source>How many steps have a value of this metric.</source>
        <translation>Wie viele Schritte einen Wert dieser Metrik haben.</translation>
    </message>
    <message>
        <source>The step at which the metric had this value.</source>
        <translation>Der Schritt, bei dem die Metrik diesen Wert hatte.</translation>
    </message>
    <message>
        <source>The best value: the highest of scores and speeds, else the lowest.</source>
        <translation>Der beste Wert: bei Gütewerten und Geschwindigkeiten der höchste, sonst der niedrigste.</translation>
    </message>
    <message>
        <source>The lowest or highest value of the run.</source>
        <translation>Der niedrigste oder höchste Wert des Laufs.</translation>
    </message>
    <message>
        <source>The last value of the run.</source>
        <translation>Der letzte Wert des Laufs.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>%1
In filters: %2</source>
        <translation>%1
In Filtern: %2</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>about the same time</source>
        <translation>etwa gleich viel Zeit</translation>
    </message>
    <message>
        <source>a third to a half more time</source>
        <translation>ein Drittel bis die Hälfte mehr Zeit</translation>
    </message>
    <message>
        <source>a few per cent more time</source>
        <translation>einige Prozent mehr Zeit</translation>
    </message>
    <message>
        <source>less time where rows were padded</source>
        <translation>weniger Zeit, wo Zeilen aufgefüllt wurden</translation>
    </message>
    <message>
        <source>somewhat more time</source>
        <translation>etwas mehr Zeit</translation>
    </message>
    <message>
        <source>a little less time</source>
        <translation>etwas weniger Zeit</translation>
    </message>
    <message>
        <source>less time</source>
        <translation>weniger Zeit</translation>
    </message>
    <message>
        <source>the same result</source>
        <translation>dasselbe Ergebnis</translation>
    </message>
    <message>
        <source>next to no difference</source>
        <translation>so gut wie kein Unterschied</translation>
    </message>
    <message>
        <source>noisier steps</source>
        <translation>unruhigere Schritte</translation>
    </message>
    <message>
        <source>other examples share a step</source>
        <translation>andere Beispiele teilen sich einen Schritt</translation>
    </message>
    <message>
        <source>next to no loss</source>
        <translation>so gut wie kein Verlust</translation>
    </message>
    <message>
        <source>a little loss, most of which training wins back</source>
        <translation>ein kleiner Verlust, den das Training großenteils wettmacht</translation>
    </message>
    <message>
        <source>learns less</source>
        <translation>lernt weniger</translation>
    </message>
    <message>
        <source>learns less of what the model does not know</source>
        <translation>lernt weniger von dem, was das Modell nicht kennt</translation>
    </message>
    <message>
        <source>longer texts are cut</source>
        <translation>längere Texte werden abgeschnitten</translation>
    </message>
    <message>
        <source>a finite number</source>
        <translation>eine endliche Zahl</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation>zwischen %1 und %2</translation>
    </message>
    <message>
        <source>above %1 and at most %2</source>
        <translation>über %1 und höchstens %2</translation>
    </message>
    <message>
        <source>yes</source>
        <comment>nouns begin with a small letter</comment>
        <extracomment>Not shown. Translate it with &quot;no&quot; where nouns begin with a capital within a sentence, else with &quot;yes&quot;.</extracomment>
        <translation>no</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>How boldly tokens are drawn: 0 always takes the likeliest, 1 draws as the model was trained.</source>
        <translation>Wie gewagt Token gezogen werden: 0 nimmt stets das wahrscheinlichste, 1 zieht so, wie das Modell trainiert wurde.</translation>
    </message>
    <message>
        <source>Higher values bring variety and, sooner or later, nonsense. At 0 the seed and the two cuts below change nothing.</source>
        <translation>Höhere Werte bringen Vielfalt und früher oder später Unsinn. Bei 0 sind der Seed und die beiden Grenzen darunter wirkungslos.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>An answer ends here at the latest.</source>
        <translation>Spätestens hier endet eine Antwort.</translation>
    </message>
    <message>
        <source>Time and the memory of the cache of keys and values grow in proportion. Most models end by themselves once they were trained to.</source>
        <translation>Zeit und Speicher des Caches für Keys und Values wachsen proportional. Die meisten Modelle enden von selbst, wenn sie darauf trainiert wurden.</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Draws only from the likeliest tokens that have this probability together; 1 keeps all.</source>
        <translation>Zieht nur aus den wahrscheinlichsten Token, die zusammen diese Wahrscheinlichkeit haben; 1 behält alle.</translation>
    </message>
    <message>
        <source>Cuts off the long tail of tokens that each are unlikely: 0.9 is a common choice.</source>
        <translation>Kappt den langen Ausläufer einzeln unwahrscheinlicher Token: 0.9 ist üblich.</translation>
    </message>
    <message>
        <source>Top k</source>
        <translation>Top k</translation>
    </message>
    <message>
        <source>Draws only from so many likeliest tokens; 0 keeps all.</source>
        <translation>Zieht nur aus so vielen der wahrscheinlichsten Token; 0 behält alle.</translation>
    </message>
    <message>
        <source>A fixed number whatever the model is sure of; top p adapts to it.</source>
        <translation>Eine feste Anzahl, wie sicher das Modell auch ist; Top p passt sich daran an.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Start of the random stream: the same seed draws the same answer.</source>
        <translation>Anfang der Zufallsfolge: Derselbe Seed zieht dieselbe Antwort.</translation>
    </message>
    <message>
        <source>All that answer side by side draw with the same seed, so that they differ by their weights alone.</source>
        <translation>Alle, die nebeneinander antworten, ziehen mit demselben Seed und unterscheiden sich so nur durch ihre Gewichte.</translation>
    </message>
    <message>
        <source>Stop texts</source>
        <translation>Stopptexte</translation>
    </message>
    <message>
        <source>One a line. An answer ends before the first of them that appears in it.</source>
        <translation>Einer je Zeile. Eine Antwort endet vor dem ersten, der darin vorkommt.</translation>
    </message>
    <message>
        <source>For models that do not end by themselves, such as a base model that goes on with the next question.</source>
        <translation>Für Modelle, die nicht von selbst enden, etwa ein Basismodell, das mit der nächsten Frage weitermacht.</translation>
    </message>
    <message>
        <source>DoRA</source>
        <translation>DoRA</translation>
    </message>
    <message>
        <source>LoRA that learns direction and length of each row apart. Often better at low ranks, a little slower.</source>
        <translation>LoRA, das Richtung und Länge jeder Zeile getrennt lernt. Bei niedrigen Rängen oft besser, etwas langsamer.</translation>
    </message>
    <message>
        <source>Train embeddings</source>
        <translation>Embeddings trainieren</translation>
    </message>
    <message>
        <source>Also change the token embeddings (and the head where it is tied to them).</source>
        <translation>Auch die Token-Embeddings ändern (und den Kopf, wo er mit ihnen gekoppelt ist).</translation>
    </message>
    <message>
        <source>Off: saves the gradient and states of the embedding; new words are learned less well.</source>
        <translation>Aus: spart Gradient und Zustände des Embeddings; neue Wörter werden schlechter gelernt.</translation>
    </message>
    <message>
        <source>Off saves the gradient and the optimizer state of the embedding matrix, which is a large share of a small model with a large vocabulary. Words that the base model hardly knows are learned better with it on.</source>
        <translation>Ausgeschaltet spart dies Gradient und Optimiererzustand der Embedding-Matrix, die bei einem kleinen Modell mit großem Vokabular einen großen Teil ausmacht. Eingeschaltet werden Wörter, die das Basismodell kaum kennt, besser gelernt.</translation>
    </message>
    <message>
        <source>Trained parameters</source>
        <translation>Trainierte Parameter</translation>
    </message>
    <message>
        <source>Which of the model&apos;s own parameters train.</source>
        <translation>Welche der modelleigenen Parameter trainiert werden.</translation>
    </message>
    <message>
        <source>Less: less memory and time, and it learns less.</source>
        <translation>Weniger: weniger Speicher und Zeit, lernt aber weniger.</translation>
    </message>
    <message>
        <source>The last layers need no backward pass below them: less time and much less memory. Biases are a thousandth of the parameters and often enough for classification; models such as Llama have none.</source>
        <translation>Unter den letzten Schichten ist kein Rückwärtsdurchlauf nötig: weniger Zeit und viel weniger Speicher. Biases sind ein Tausendstel der Parameter und reichen für Klassifikation oft aus; Modelle wie Llama haben keine.</translation>
    </message>
    <message>
        <source>Last layers</source>
        <translation>Letzte Schichten</translation>
    </message>
    <message>
        <source>How many blocks train, counted from the end, with the final norm and a head of its own.</source>
        <translation>Wie viele Blöcke trainiert werden, vom Ende her gezählt, samt letzter Norm und eigenem Kopf.</translation>
    </message>
    <message>
        <source>More: learns more; memory and time grow with each layer.</source>
        <translation>Mehr: lernt mehr; Speicher und Zeit wachsen mit jeder Schicht.</translation>
    </message>
    <message>
        <source>Memory and time grow with every layer. The embeddings, and a head that is tied to them, stay as they are.</source>
        <translation>Speicher und Zeit wachsen mit jeder Schicht. Die Embeddings und ein mit ihnen gekoppelter Kopf bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Frozen parameters</source>
        <translation>Eingefrorene Parameter</translation>
    </message>
    <message>
        <source>Regular expressions; parameters whose whole name matches one of them do not train.</source>
        <translation>Reguläre Ausdrücke; Parameter, deren ganzer Name auf einen davon passt, werden nicht trainiert.</translation>
    </message>
    <message>
        <source>More: less memory and time, and it learns less.</source>
        <translation>Mehr: weniger Speicher und Zeit, lernt aber weniger.</translation>
    </message>
    <message>
        <source>Example: model\.layers\.[0-3]\..* for the first four blocks. What is frozen has no gradient and no optimizer state.</source>
        <translation>Beispiel: model\.layers\.[0-3]\..* für die ersten vier Blöcke. Eingefrorenes hat weder Gradient noch Optimiererzustand.</translation>
    </message>
    <message>
        <source>Full fine-tuning</source>
        <translation>Volles Fine-Tuning</translation>
    </message>
    <message>
        <source>Every weight of the model trains, or a choice of them. The most capable and the most expensive.</source>
        <translation>Alle Gewichte des Modells oder eine Auswahl werden trainiert. Die leistungsfähigste und teuerste Methode.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>The last layers</source>
        <translation>Die letzten Schichten</translation>
    </message>
    <message>
        <source>Biases only (BitFit)</source>
        <translation>Nur Biases (BitFit)</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Where the small layers stand in each block, and what they read.</source>
        <translation>Wo die kleinen Schichten in jedem Block stehen und was sie lesen.</translation>
    </message>
    <message>
        <source>Two adapters a block learn more than one, and cost twice as much.</source>
        <translation>Zwei Adapter je Block lernen mehr als einer und kosten doppelt so viel.</translation>
    </message>
    <message>
        <source>Houlsby has two adapters a block and learns most; Pfeiffer has one and half of the parameters; parallel reads the MLP&apos;s input instead of its result and needs least activation memory.</source>
        <translation>Houlsby hat zwei Adapter je Block und lernt am meisten; Pfeiffer hat einen und die Hälfte der Parameter; parallel liest den Eingang des MLP statt des Ergebnisses und braucht am wenigsten Aktivierungsspeicher.</translation>
    </message>
    <message>
        <source>Reduction factor</source>
        <translation>Reduktionsfaktor</translation>
    </message>
    <message>
        <source>Hidden size divided by this is the width of the adapter; 0 takes the published one.</source>
        <translation>Die Breite (hidden size) geteilt durch diesen Wert ist die des Adapters; 0 nimmt den veröffentlichten.</translation>
    </message>
    <message>
        <source>Higher: a narrower adapter; memory falls in proportion, and it learns less.</source>
        <translation>Höher: ein schmalerer Adapter, der weniger lernt; der Speicher sinkt proportional.</translation>
    </message>
    <message>
        <source>Published: 16 for Houlsby and Pfeiffer, 2 for parallel. Half of it doubles parameters, gradients and optimizer states, and learns more. A bottleneck size above 0 is used instead.</source>
        <translation>Veröffentlicht: 16 für Houlsby und Pfeiffer, 2 für parallel. Die Hälfte davon verdoppelt Parameter, Gradienten und Optimiererzustände und lernt mehr. Eine Bottleneck-Größe über 0 hat Vorrang.</translation>
    </message>
    <message>
        <source>Bottleneck size</source>
        <translation>Bottleneck-Größe</translation>
    </message>
    <message>
        <source>Width of the adapter, whatever the hidden size; 0 uses the reduction factor.</source>
        <translation>Breite des Adapters, unabhängig von der des Modells (hidden size); 0 nutzt den Reduktionsfaktor.</translation>
    </message>
    <message>
        <source>Higher: learns more; memory and time of the adapter in proportion.</source>
        <translation>Höher: lernt mehr; Speicher und Zeit des Adapters proportional.</translation>
    </message>
    <message>
        <source>8 to 256 in the paper. Parameters and the adapter&apos;s share of time and activation memory grow in proportion.</source>
        <translation>Im Paper 8 bis 256. Die Parameter und der Anteil des Adapters an Zeit und Aktivierungsspeicher wachsen proportional.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>The non-linear function between the two linear maps of the adapter.</source>
        <translation>Die nichtlineare Funktion zwischen den beiden linearen Abbildungen des Adapters.</translation>
    </message>
    <message>
        <source>Little difference in quality, next to none in memory and time.</source>
        <translation>Kaum Unterschied in der Güte, fast keiner in Speicher und Zeit.</translation>
    </message>
    <message>
        <source>Published: swish for Houlsby, ReLU for the others. The first code for BERT used the tanh approximation of GELU. It makes little difference; load an adapter with the one it was trained with.</source>
        <translation>Veröffentlicht: Swish für Houlsby, ReLU für die übrigen. Der erste Code für BERT nutzte die tanh-Näherung von GELU. Der Unterschied ist gering; ein Adapter ist mit der Funktion zu laden, mit der er trainiert wurde.</translation>
    </message>
    <message>
        <source>Initialisation</source>
        <translation>Initialisierung</translation>
    </message>
    <message>
        <source>How far from the base model the adapter starts.</source>
        <translation>Wie weit vom Basismodell entfernt der Adapter beginnt.</translation>
    </message>
    <message>
        <source>Nearer to the base: a steadier start; costs nothing.</source>
        <translation>Näher an der Basis: ein ruhigerer Start; kostet nichts.</translation>
    </message>
    <message>
        <source>The paper draws weights so small (0.01, cut at twice that) that the model starts nearly unchanged; larger ones made training unstable. AdapterHub&apos;s 0.02 changes the first answers visibly. The last, of parallel adapters, starts the upward map at zero: exactly the base model.</source>
        <translation>Das Paper zieht so kleine Gewichte (0.01, beim Doppelten gekappt), dass das Modell fast unverändert beginnt; größere machten das Training instabil. Die 0.02 von AdapterHub verändern die ersten Antworten sichtbar. Die letzte, die der parallelen Adapter, setzt die Aufwärtsabbildung anfangs auf null: genau das Basismodell.</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>Factor on what the adapter adds; 0 takes the published one.</source>
        <translation>Faktor auf das, was der Adapter addiert; 0 nimmt den veröffentlichten.</translation>
    </message>
    <message>
        <source>Higher: larger changes, like a higher learning rate; costs nothing.</source>
        <translation>Höher: größere Änderungen, wie bei höherer Lernrate; kostet nichts.</translation>
    </message>
    <message>
        <source>Published: 1, and 4 for parallel. Acts like a factor on the learning rate of the adapter.</source>
        <translation>Veröffentlicht: 1, für parallel 4. Wirkt wie ein Faktor auf die Lernrate des Adapters.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Share of what the adapter adds that is dropped at random while training.</source>
        <translation>Anteil dessen, was der Adapter addiert, der beim Training zufällig wegfällt.</translation>
    </message>
    <message>
        <source>Higher: less memorising; memory of one hidden state more for each adapter.</source>
        <translation>Höher: weniger Auswendiglernen; Speicher für einen weiteren verborgenen Zustand je Adapter.</translation>
    </message>
    <message>
        <source>Helps against memorising small data sets (0.05 to 0.1). Keeps a mask as large as the hidden state for every adapter.</source>
        <translation>Hilft gegen das Auswendiglernen kleiner Datensätze (0.05 bis 0.1). Hält je Adapter eine Maske in der Größe des verborgenen Zustands.</translation>
    </message>
    <message>
        <source>Train layer norms</source>
        <translation>Layer-Norms trainieren</translation>
    </message>
    <message>
        <source>Also train scale and shift of every norm of the base model, as the paper does.</source>
        <translation>Auch Skalierung und Verschiebung jeder Norm des Basismodells trainieren, wie im Paper.</translation>
    </message>
    <message>
        <source>On: a little better for a few thousand parameters; the base changes with it.</source>
        <translation>Ein: etwas besser für ein paar tausend Parameter; die Basis ändert sich mit.</translation>
    </message>
    <message>
        <source>A few thousand parameters more. The adapter&apos;s file then holds the norms too, and switching the adapter off no longer gives the base model back.</source>
        <translation>Ein paar tausend Parameter mehr. Die Datei des Adapters enthält dann auch die Norms, und ohne den Adapter bleibt nicht mehr das Basismodell.</translation>
    </message>
    <message>
        <source>Bottleneck adapters</source>
        <translation>Bottleneck-Adapter</translation>
    </message>
    <message>
        <source>Small two-layer networks inside every block (Houlsby, Pfeiffer, parallel). Not mergeable.</source>
        <translation>Kleine zweischichtige Netze in jedem Block (Houlsby, Pfeiffer, parallel). Nicht verschmelzbar.</translation>
    </message>
    <message>
        <source>Houlsby: after attention and MLP</source>
        <translation>Houlsby: nach Attention und MLP</translation>
    </message>
    <message>
        <source>Pfeiffer: after the MLP</source>
        <translation>Pfeiffer: nach dem MLP</translation>
    </message>
    <message>
        <source>Parallel: beside the MLP</source>
        <translation>Parallel: neben dem MLP</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>Wie veröffentlicht</translation>
    </message>
    <message>
        <source>Swish</source>
        <translation>Swish</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>GELU, tanh approximation</source>
        <translation>GELU, tanh-Näherung</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>Houlsby&apos;s paper: nearly no change</source>
        <translation>Houlsbys Paper: fast keine Änderung</translation>
    </message>
    <message>
        <source>AdapterHub: N(0, 0.02)</source>
        <translation>AdapterHub: N(0, 0.02)</translation>
    </message>
    <message>
        <source>Exactly no change</source>
        <translation>Gar keine Änderung</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Which linear maps are scaled: auto, names, or a regular expression.</source>
        <translation>Welche linearen Abbildungen skaliert werden: auto, Namen oder ein regulärer Ausdruck.</translation>
    </message>
    <message>
        <source>More: learns a little more; one number an output, next to nothing.</source>
        <translation>Mehr: lernt etwas mehr; eine Zahl je Ausgang, fast nichts.</translation>
    </message>
    <message>
        <source>auto takes what PEFT takes for this kind of model: keys, values and the MLP&apos;s last map for most. Each target costs one number per output, next to nothing.</source>
        <translation>auto nimmt, was PEFT für diese Art von Modell nimmt: meist Keys, Values und die letzte Abbildung des MLP. Jedes Ziel kostet eine Zahl je Ausgang, also fast nichts.</translation>
    </message>
    <message>
        <source>Feed-forward modules</source>
        <translation>Feed-Forward-Module</translation>
    </message>
    <message>
        <source>The targets whose input is scaled, not their output.</source>
        <translation>Die Ziele, deren Eingang statt ihres Ausgangs skaliert wird.</translation>
    </message>
    <message>
        <source>Scaled inputs cost one number each, next to nothing; little difference in quality.</source>
        <translation>Skalierte Eingänge kosten je eine Zahl, fast nichts; kaum Unterschied in der Güte.</translation>
    </message>
    <message>
        <source>auto is the MLP&apos;s last map, whose input is the widest vector of a block. Naming none (an empty text) scales outputs only.</source>
        <translation>auto ist die letzte Abbildung des MLP, deren Eingang der breiteste Vektor eines Blocks ist. Ohne Angabe (leerer Text) werden nur Ausgänge skaliert.</translation>
    </message>
    <message>
        <source>IA3</source>
        <translation>IA3</translation>
    </message>
    <message>
        <source>A few vectors scale keys, values and the MLP. The fewest parameters; for small data.</source>
        <translation>Wenige Vektoren skalieren Keys, Values und das MLP. Die wenigsten Parameter; für wenig Daten.</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Small low-rank matrices beside the frozen weights. The usual choice: little memory, mergeable.</source>
        <translation>Kleine Matrizen niedrigen Rangs neben den eingefrorenen Gewichten. Die übliche Wahl: wenig Speicher, verschmelzbar.</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Width of the low-rank update: higher learns more and costs more memory.</source>
        <translation>Breite der Änderung niedrigen Rangs: Höher lernt mehr und kostet mehr Speicher.</translation>
    </message>
    <message>
        <source>Higher: learns more; memory of adapter, gradients and states in proportion.</source>
        <translation>Höher: lernt mehr; Speicher von Adapter, Gradienten und Zuständen proportional.</translation>
    </message>
    <message>
        <source>Trainable parameters, gradients and optimizer states grow in proportion. 8 to 32 is enough for most tasks; far-away tasks want 64 and more. Time changes little until the rank comes near the hidden size.</source>
        <translation>Trainierbare Parameter, Gradienten und Optimiererzustände wachsen proportional. 8 bis 32 reichen für die meisten Aufgaben; fernliegende brauchen 64 und mehr. Die Zeit ändert sich kaum, bis der Rang der Breite (hidden size) nahekommt.</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Scale of the update: it is multiplied by alpha / rank.</source>
        <translation>Skalierung der Änderung: Sie wird mit Alpha / Rang multipliziert.</translation>
    </message>
    <message>
        <source>Higher: larger steps of the adapter, like a higher learning rate; costs nothing.</source>
        <translation>Höher: größere Schritte des Adapters, wie bei höherer Lernrate; kostet nichts.</translation>
    </message>
    <message>
        <source>Acts like a factor on the learning rate of the adapter. Once and twice the rank are the usual values; keep it when you change the rank and the update keeps its size.</source>
        <translation>Wirkt wie ein Faktor auf die Lernrate des Adapters. Üblich sind das Ein- und das Zweifache des Rangs; bleibt Alpha bei anderem Rang gleich, behält die Änderung ihre Größe.</translation>
    </message>
    <message>
        <source>Share of the adapter&apos;s input that is dropped at random while training.</source>
        <translation>Anteil des Adaptereingangs, der beim Training zufällig wegfällt.</translation>
    </message>
    <message>
        <source>Higher: less memorising, slower learning; more activation memory on the CPU.</source>
        <translation>Höher: weniger Auswendiglernen, langsameres Lernen; auf der CPU mehr Aktivierungsspeicher.</translation>
    </message>
    <message>
        <source>Helps against memorising small data sets (0.05 to 0.1). Costs a little time and, on the CPU, activation memory.</source>
        <translation>Hilft gegen das Auswendiglernen kleiner Datensätze (0.05 bis 0.1). Kostet etwas Zeit und auf der CPU Aktivierungsspeicher.</translation>
    </message>
    <message>
        <source>Which linear maps get an adapter: all-linear, attention, names, or a regular expression.</source>
        <translation>Welche linearen Abbildungen einen Adapter bekommen: all-linear, attention, Namen oder ein regulärer Ausdruck.</translation>
    </message>
    <message>
        <source>More: learns more; parameters, memory and time grow with every map.</source>
        <translation>Mehr: lernt mehr; Parameter, Speicher und Zeit wachsen mit jeder Abbildung.</translation>
    </message>
    <message>
        <source>all-linear adapts every linear map of every block and learns most. attention adapts queries and values only: about a quarter of the parameters. A list names modules (q_proj, v_proj); anything else is a regular expression over full paths.</source>
        <translation>all-linear gibt jeder linearen Abbildung jedes Blocks einen Adapter und lernt am meisten. attention nimmt nur Queries und Values: etwa ein Viertel der Parameter. Eine Liste nennt Module (q_proj, v_proj); alles andere ist ein regulärer Ausdruck über volle Pfade.</translation>
    </message>
    <message>
        <source>Rank-stabilised</source>
        <translation>Rangstabilisiert</translation>
    </message>
    <message>
        <source>Divide alpha by √rank instead of rank (rsLoRA).</source>
        <translation>Alpha durch √Rang statt durch den Rang teilen (rsLoRA).</translation>
    </message>
    <message>
        <source>On: large ranks pay off; costs nothing.</source>
        <translation>Ein: hohe Ränge lohnen sich; kostet nichts.</translation>
    </message>
    <message>
        <source>Keeps the update&apos;s size steady when the rank grows, so that ranks of 64 and more pay off. At small ranks it amounts to a higher learning rate.</source>
        <translation>Hält die Größe der Änderung bei wachsendem Rang stabil, sodass sich Ränge ab 64 lohnen. Bei kleinen Rängen läuft es auf eine höhere Lernrate hinaus.</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>Biases</translation>
    </message>
    <message>
        <source>Which biases of the base model train too.</source>
        <translation>Welche Biases des Basismodells mittrainiert werden.</translation>
    </message>
    <message>
        <source>More: a little more freedom for next to no memory; the base changes with it.</source>
        <translation>Mehr: etwas mehr Freiheit für fast keinen Speicher; die Basis ändert sich mit.</translation>
    </message>
    <message>
        <source>With trained biases, switching the adapter off no longer gives the base model back.</source>
        <translation>Mit trainierten Biases bleibt ohne den Adapter nicht mehr das Basismodell.</translation>
    </message>
    <message>
        <source>Rank by module</source>
        <translation>Rang je Modul</translation>
    </message>
    <message>
        <source>Another rank for modules whose path ends in a name or matches a pattern.</source>
        <translation>Ein anderer Rang für Module, deren Pfad auf einen Namen endet oder auf ein Muster passt.</translation>
    </message>
    <message>
        <source>Higher where it matters: more quality for the memory of those modules only.</source>
        <translation>Höher, wo es zählt: mehr Güte, Speicher nur für diese Module.</translation>
    </message>
    <message>
        <source>The first matching entry counts. Example: v_proj: 4. Parameters, gradients and optimizer states of these modules grow in proportion to their rank.</source>
        <translation>Der erste passende Eintrag zählt. Beispiel: v_proj: 4. Parameter, Gradienten und Optimiererzustände dieser Module wachsen proportional zu ihrem Rang.</translation>
    </message>
    <message>
        <source>Alpha by module</source>
        <translation>Alpha je Modul</translation>
    </message>
    <message>
        <source>Another alpha for modules whose path ends in a name or matches a pattern.</source>
        <translation>Ein anderes Alpha für Module, deren Pfad auf einen Namen endet oder auf ein Muster passt.</translation>
    </message>
    <message>
        <source>Higher: larger steps of those modules; costs nothing.</source>
        <translation>Höher: größere Schritte dieser Module; kostet nichts.</translation>
    </message>
    <message>
        <source>The first matching entry counts. Example: v_proj: 8. Acts like a learning rate of these modules; it is divided by their own rank.</source>
        <translation>Der erste passende Eintrag zählt. Beispiel: v_proj: 8. Wirkt wie eine Lernrate dieser Module; der Wert wird durch ihren eigenen Rang geteilt.</translation>
    </message>
    <message>
        <source>Modules trained whole</source>
        <translation>Ganz trainierte Module</translation>
    </message>
    <message>
        <source>Modules that train fully beside the adapter and are saved with it.</source>
        <translation>Module, die neben dem Adapter ganz trainiert und mit ihm gespeichert werden.</translation>
    </message>
    <message>
        <source>Each: learns freely; memory and file grow by whole matrices with their states.</source>
        <translation>Jedes: lernt frei; Speicher und Datei wachsen um ganze Matrizen mit ihren Zuständen.</translation>
    </message>
    <message>
        <source>For new tokens: embed_tokens and lm_head. The file grows by the whole matrices, and so do gradients and optimizer states.</source>
        <translation>Für neue Token: embed_tokens und lm_head. Die Datei wächst um die ganzen Matrizen, ebenso Gradienten und Optimiererzustände.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Which blocks get an adapter: all, or numbers and ranges from 0 on, as in 0-3, 8.</source>
        <translation>Welche Blöcke einen Adapter bekommen: all oder Zahlen und Bereiche ab 0, etwa 0-3, 8.</translation>
    </message>
    <message>
        <source>Fewer: less memory and time, and it learns less.</source>
        <translation>Weniger: weniger Speicher und Zeit, lernt aber weniger.</translation>
    </message>
    <message>
        <source>Fewer blocks mean fewer parameters; what lies below the lowest of them needs no backward pass, which saves time and activation memory. The upper blocks matter most for style and format, the middle ones for facts.</source>
        <translation>Weniger Blöcke bedeuten weniger Parameter; was unter dem untersten liegt, braucht keinen Rückwärtsdurchlauf, was Zeit und Aktivierungsspeicher spart. Die oberen Blöcke zählen am meisten für Stil und Format, die mittleren für Fakten.</translation>
    </message>
    <message>
        <source>Excluded modules</source>
        <translation>Ausgeschlossene Module</translation>
    </message>
    <message>
        <source>Modules that get no adapter although the targets name them; empty: none.</source>
        <translation>Module, die trotz Nennung in den Zielen keinen Adapter bekommen; leer: keine.</translation>
    </message>
    <message>
        <source>More: fewer parameters and less memory, and it learns less.</source>
        <translation>Mehr: weniger Parameter und weniger Speicher, lernt aber weniger.</translation>
    </message>
    <message>
        <source>A list of names, or a regular expression over full paths. Every module left out saves its share of parameters, gradients and optimizer states.</source>
        <translation>Eine Liste von Namen oder ein regulärer Ausdruck über volle Pfade. Jedes ausgelassene Modul spart seinen Anteil an Parametern, Gradienten und Optimiererzuständen.</translation>
    </message>
    <message>
        <source>Start of A and B</source>
        <translation>Start von A und B</translation>
    </message>
    <message>
        <source>Where the adapter starts: at zero, or from the main directions of the weights.</source>
        <translation>Wo der Adapter beginnt: bei null oder bei den Hauptrichtungen der Gewichte.</translation>
    </message>
    <message>
        <source>PiSSA, OLoRA: often faster at first; a longer start, files of twice the rank.</source>
        <translation>PiSSA, OLoRA: anfangs oft schneller; längerer Start, Dateien mit doppeltem Rang.</translation>
    </message>
    <message>
        <source>default and gaussian start with B = 0. PiSSA and OLoRA cut the start out of the weight, which is kept without it: they often learn faster in the first steps. Exports are plain LoRA of twice the rank then, so that they fit the original model.</source>
        <translation>default und gaussian beginnen mit B = 0. PiSSA und OLoRA schneiden den Start aus dem Gewicht heraus, das ohne ihn behalten wird: Sie lernen in den ersten Schritten oft schneller. Exporte sind dann gewöhnliches LoRA mit doppeltem Rang, damit sie zum ursprünglichen Modell passen.</translation>
    </message>
    <message>
        <source>Learning rate of B over A</source>
        <translation>Lernrate von B zu A</translation>
    </message>
    <message>
        <source>How many times faster B learns than A (LoRA+); 1 treats them alike.</source>
        <translation>Wievielmal so schnell B lernt wie A (LoRA+); 1 behandelt beide gleich.</translation>
    </message>
    <message>
        <source>Higher: fewer steps to the same loss, less steady; costs nothing.</source>
        <translation>Höher: weniger Schritte bis zum selben Verlust, unruhiger; kostet nichts.</translation>
    </message>
    <message>
        <source>B starts at zero and profits from larger steps: 2 to 16 can save steps at the same cost. Lower the learning rate when training becomes unsteady.</source>
        <translation>B beginnt bei null und profitiert von größeren Schritten: 2 bis 16 können bei gleichem Aufwand Schritte sparen. Wird das Training unruhig, die Lernrate senken.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>All of the model</source>
        <translation>Alle des Modells</translation>
    </message>
    <message>
        <source>Of the adapted projections</source>
        <translation>Die der angepassten Projektionen</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>Gauß</translation>
    </message>
    <message>
        <source>PiSSA</source>
        <translation>PiSSA</translation>
    </message>
    <message>
        <source>OLoRA</source>
        <translation>OLoRA</translation>
    </message>
    <message>
        <source>How the change at a position is made from the hidden state there.</source>
        <translation>Wie die Änderung an einer Position aus dem dortigen verborgenen Zustand entsteht.</translation>
    </message>
    <message>
        <source>LoReFT learns most reliably, DiReFT is a little faster; the same parameters.</source>
        <translation>LoReFT lernt am zuverlässigsten, DiReFT ist etwas schneller; gleich viele Parameter.</translation>
    </message>
    <message>
        <source>LoReFT replaces what the hidden state says along a few orthonormal axes and learns most reliably. DiReFT only adds, and is a little faster. NoReFT is LoReFT without the orthonormal axes. All have the same number of parameters.</source>
        <translation>LoReFT ersetzt, was der verborgene Zustand entlang weniger orthonormaler Achsen aussagt, und lernt am zuverlässigsten. DiReFT addiert nur und ist etwas schneller. NoReFT ist LoReFT ohne die orthonormalen Achsen. Alle haben gleich viele Parameter.</translation>
    </message>
    <message>
        <source>Number of axes along which the hidden state is changed.</source>
        <translation>Anzahl der Achsen, entlang derer der verborgene Zustand geändert wird.</translation>
    </message>
    <message>
        <source>Higher: learns more; parameters in proportion, and still few.</source>
        <translation>Höher: lernt mehr; Parameter proportional, aber immer noch wenige.</translation>
    </message>
    <message>
        <source>8 for reasoning tasks and 4 for following instructions in the paper, 1 for classification. Parameters grow in proportion; they stay a small part of those of a LoRA.</source>
        <translation>Im Paper 8 für Aufgaben zum Schlussfolgern und 4 für das Befolgen von Anweisungen, 1 für Klassifikation. Die Parameter wachsen proportional; sie bleiben ein kleiner Teil derer von LoRA.</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Which tokens of the prompt are changed: f7+l7 are the first 7 and the last 7.</source>
        <translation>Welche Token des Prompts geändert werden: f7+l7 sind die ersten 7 und die letzten 7.</translation>
    </message>
    <message>
        <source>More: learns more, up to a point; next to no memory and time.</source>
        <translation>Mehr: lernt mehr, bis zu einem Punkt; fast kein Speicher, fast keine Zeit.</translation>
    </message>
    <message>
        <source>Never more than half of a prompt from either end, and never the answer: while it is generated nothing is added, so that it costs no time. More positions learn more, up to a point that differs by task.</source>
        <translation>Nie mehr als die Hälfte eines Prompts von jedem Ende her und nie die Antwort: Während sie entsteht, wird nichts addiert, sodass es keine Zeit kostet. Mehr Positionen lernen mehr, bis zu einem Punkt, der von der Aufgabe abhängt.</translation>
    </message>
    <message>
        <source>The blocks whose output is changed: all, or numbers from 0 on like 3;9;18;24.</source>
        <translation>Die Blöcke, deren Ausgang geändert wird: all oder Zahlen ab 0 wie 3;9;18;24.</translation>
    </message>
    <message>
        <source>More: learns more; parameters in proportion.</source>
        <translation>Mehr: lernt mehr; Parameter proportional.</translation>
    </message>
    <message>
        <source>Parameters grow in proportion. A few layers spread over the model are enough for instructions; reasoning tasks want all of them.</source>
        <translation>Die Parameter wachsen proportional. Wenige über das Modell verteilte Schichten reichen für Anweisungen; Aufgaben zum Schlussfolgern brauchen alle.</translation>
    </message>
    <message>
        <source>Share weights</source>
        <translation>Gemeinsame Gewichte</translation>
    </message>
    <message>
        <source>First and last positions of a layer have one change instead of two.</source>
        <translation>Erste und letzte Positionen einer Schicht haben eine Änderung statt zwei.</translation>
    </message>
    <message>
        <source>Off: twice the parameters; beginning and end of a prompt change apart.</source>
        <translation>Aus: doppelt so viele Parameter; Anfang und Ende eines Prompts ändern sich getrennt.</translation>
    </message>
    <message>
        <source>Off doubles the parameters, and lets the beginning of a prompt be changed in another way than its end.</source>
        <translation>Ausgeschaltet verdoppeln sich die Parameter, und der Anfang eines Prompts lässt sich anders ändern als sein Ende.</translation>
    </message>
    <message>
        <source>Share of the changed hidden states that is dropped at random while training.</source>
        <translation>Anteil der geänderten verborgenen Zustände, der beim Training zufällig wegfällt.</translation>
    </message>
    <message>
        <source>Higher: less memorising, and soon too much; next to no memory.</source>
        <translation>Höher: weniger Auswendiglernen, bald aber zu viel; fast kein Speicher.</translation>
    </message>
    <message>
        <source>As in the reference it acts on the whole hidden state at these positions, not only on the change: 0.05 is already much. It costs next to no memory.</source>
        <translation>Wie in der Referenz wirkt es an diesen Positionen auf den ganzen verborgenen Zustand, nicht nur auf die Änderung: 0.05 ist schon viel. Es kostet fast keinen Speicher.</translation>
    </message>
    <message>
        <source>LoReFT</source>
        <translation>LoReFT</translation>
    </message>
    <message>
        <source>Changes hidden states at a few positions of the prompt; the fewest parameters of all.</source>
        <translation>Ändert verborgene Zustände an wenigen Positionen des Prompts; die wenigsten Parameter überhaupt.</translation>
    </message>
    <message>
        <source>LoReFT: in a subspace with orthonormal axes</source>
        <translation>LoReFT: in einem Unterraum mit orthonormalen Achsen</translation>
    </message>
    <message>
        <source>DiReFT: any axes, only adding</source>
        <translation>DiReFT: beliebige Achsen, nur addierend</translation>
    </message>
    <message>
        <source>NoReFT: any axes</source>
        <translation>NoReFT: beliebige Achsen</translation>
    </message>
    <message>
        <source>Virtual tokens</source>
        <translation>Virtuelle Token</translation>
    </message>
    <message>
        <source>How many trained keys and values every layer sees before the text.</source>
        <translation>Wie viele trainierte Keys und Values jede Schicht vor dem Text sieht.</translation>
    </message>
    <message>
        <source>More: learns more; parameters in proportion, attention a little slower.</source>
        <translation>Mehr: lernt mehr; Parameter proportional, Attention etwas langsamer.</translation>
    </message>
    <message>
        <source>Parameters grow in proportion, and every token attends to so many keys more. 5 to 20 are enough for short tasks, 100 and more help with summaries. Where positions are learned (GPT-2) they are taken from those of the text.</source>
        <translation>Die Parameter wachsen proportional, und jedes Token beachtet entsprechend mehr Keys. 5 bis 20 reichen für kurze Aufgaben, 100 und mehr helfen bei Zusammenfassungen. Bei gelernten Positionen (GPT-2) gehen sie von denen des Textes ab.</translation>
    </message>
    <message>
        <source>Convention</source>
        <translation>Konvention</translation>
    </message>
    <message>
        <source>The library that shall load the result: PEFT and AdapterHub compute different things.</source>
        <translation>Die Bibliothek, die das Ergebnis laden soll: PEFT und AdapterHub rechnen verschieden.</translation>
    </message>
    <message>
        <source>Decides which library loads it; AdapterHub has more parameters where heads share keys.</source>
        <translation>Bestimmt, welche Bibliothek es lädt; AdapterHub hat mehr Parameter, wo Köpfe sich Keys teilen.</translation>
    </message>
    <message>
        <source>PEFT&apos;s prefix counts as tokens: the text begins after it, and a sliding window passes over it. AdapterHub&apos;s stands beside the text, which begins at position 0 and always sees all of it; it has a key for every attention head, so more parameters where heads share theirs. Neither library loads the other&apos;s prefix.</source>
        <translation>Das Präfix von PEFT zählt als Token: Der Text beginnt dahinter, und ein gleitendes Fenster zieht daran vorbei. Das von AdapterHub steht neben dem Text, der bei Position 0 beginnt und es immer ganz sieht; es hat einen Key je Attention-Kopf, also mehr Parameter, wo Köpfe sich ihre teilen. Keine der beiden Bibliotheken lädt das Präfix der anderen.</translation>
    </message>
    <message>
        <source>Start values</source>
        <translation>Startwerte</translation>
    </message>
    <message>
        <source>Random keys and values as PEFT draws them (normal, 1 wide), or zeros.</source>
        <translation>Zufällige Keys und Values, wie PEFT sie zieht (normalverteilt, Streuung 1), oder Nullen.</translation>
    </message>
    <message>
        <source>Zeros: a gentler start; costs nothing.</source>
        <translation>Nullen: ein sanfterer Start; kostet nichts.</translation>
    </message>
    <message>
        <source>Zeros disturb the model least: they only take some of the attention away. Random values tell the virtual tokens apart at once, but the first answers are far off.</source>
        <translation>Nullen stören das Modell am wenigsten: Sie nehmen nur etwas von der Attention weg. Zufallswerte unterscheiden die virtuellen Token sofort, doch die ersten Antworten liegen weit daneben.</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>Projektion</translation>
    </message>
    <message>
        <source>Train a small network that makes the keys and values, instead of these themselves.</source>
        <translation>Ein kleines Netz trainieren, das die Keys und Values erzeugt, statt dieser selbst.</translation>
    </message>
    <message>
        <source>On: steadier at high rates; often a hundred times the parameters in training.</source>
        <translation>Ein: ruhiger bei hohen Raten; beim Training oft hundertmal so viele Parameter.</translation>
    </message>
    <message>
        <source>Steadier at high learning rates, as in the paper. While training it costs the network&apos;s parameters with their gradients and optimizer states, often a hundred times the prefix. PEFT&apos;s file holds the finished prefix only, AdapterHub&apos;s the network.</source>
        <translation>Ruhiger bei hohen Lernraten, wie im Paper. Beim Training kostet es die Parameter des Netzes mit ihren Gradienten und Optimiererzuständen, oft das Hundertfache des Präfixes. Die Datei von PEFT enthält nur das fertige Präfix, die von AdapterHub das Netz.</translation>
    </message>
    <message>
        <source>Projection width</source>
        <translation>Projektionsbreite</translation>
    </message>
    <message>
        <source>Width between the two layers of the projection; 0: of the keys (PEFT), 512 (AdapterHub).</source>
        <translation>Breite zwischen den beiden Schichten der Projektion; 0: die der Keys (PEFT), 512 (AdapterHub).</translation>
    </message>
    <message>
        <source>Wider: more room to learn; the projection&apos;s parameters grow in proportion.</source>
        <translation>Breiter: mehr Raum zum Lernen; die Parameter der Projektion wachsen proportional.</translation>
    </message>
    <message>
        <source>Parameters of the projection grow in proportion. The paper takes 512 for tables and 800 for summaries.</source>
        <translation>Die Parameter der Projektion wachsen proportional. Das Paper nimmt 512 für Tabellen und 800 für Zusammenfassungen.</translation>
    </message>
    <message>
        <source>Prefix-tuning</source>
        <translation>Prefix-Tuning</translation>
    </message>
    <message>
        <source>Trained keys and values before the text, in every layer. Tiny files; the weights stay as they are.</source>
        <translation>Trainierte Keys und Values vor dem Text, in jeder Schicht. Winzige Dateien; die Gewichte bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>PEFT</source>
        <translation>PEFT</translation>
    </message>
    <message>
        <source>AdapterHub</source>
        <translation>AdapterHub</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>Null</translation>
    </message>
    <message>
        <source>How many trained embeddings the model reads before the text.</source>
        <translation>Wie viele trainierte Embeddings das Modell vor dem Text liest.</translation>
    </message>
    <message>
        <source>More: learns more; each costs time and memory like a token of text.</source>
        <translation>Mehr: lernt mehr; jedes kostet Zeit und Speicher wie ein Token des Textes.</translation>
    </message>
    <message>
        <source>Each costs one hidden vector of parameters, and time and memory like a token of text. 20 to 100 are usual. Where positions are learned (GPT-2) they are taken from those of the text.</source>
        <translation>Jedes kostet einen verborgenen Vektor an Parametern sowie Zeit und Speicher wie ein Token des Textes. Üblich sind 20 bis 100. Bei gelernten Positionen (GPT-2) gehen sie von denen des Textes ab.</translation>
    </message>
    <message>
        <source>Embeddings of tokens drawn from the vocabulary, of a text, or random numbers.</source>
        <translation>Embeddings aus dem Vokabular gezogener Token oder eines Textes oder Zufallszahlen.</translation>
    </message>
    <message>
        <source>Real tokens or a text: learns sooner; costs nothing.</source>
        <translation>Echte Token oder ein Text: lernt schneller; kostet nichts.</translation>
    </message>
    <message>
        <source>Embeddings of real tokens start where the model understands them and learn best; a text that says what to do learns fastest. Random values (normal, 1 wide, as in PEFT) are far larger than real embeddings and need a very high learning rate.</source>
        <translation>Embeddings echter Token beginnen dort, wo das Modell sie versteht, und lernen am besten; ein Text, der die Aufgabe nennt, lernt am schnellsten. Zufallswerte (normalverteilt, Streuung 1, wie in PEFT) sind weit größer als echte Embeddings und brauchen eine sehr hohe Lernrate.</translation>
    </message>
    <message>
        <source>Start text</source>
        <translation>Starttext</translation>
    </message>
    <message>
        <source>The text whose token embeddings are the start values.</source>
        <translation>Der Text, dessen Token-Embeddings die Startwerte sind.</translation>
    </message>
    <message>
        <source>A fitting text: learns soonest; costs nothing.</source>
        <translation>Ein passender Text: lernt am schnellsten; kostet nichts.</translation>
    </message>
    <message>
        <source>For example &quot;Classify whether the review is good or bad:&quot;. It is repeated, or cut, until it has as many tokens as there are virtual ones.</source>
        <translation>Zum Beispiel „Rezension als gut oder schlecht einstufen:“. Er wird wiederholt oder gekürzt, bis er so viele Token hat, wie es virtuelle gibt.</translation>
    </message>
    <message>
        <source>Prompt tuning</source>
        <translation>Prompt-Tuning</translation>
    </message>
    <message>
        <source>Trained token embeddings before the text: the fewest parameters of all. Wants high learning rates and large models.</source>
        <translation>Trainierte Token-Embeddings vor dem Text: die wenigsten Parameter überhaupt. Braucht hohe Lernraten und große Modelle.</translation>
    </message>
    <message>
        <source>Sampled from the vocabulary</source>
        <translation>Aus dem Vokabular gezogen</translation>
    </message>
    <message>
        <source>A text</source>
        <translation>Ein Text</translation>
    </message>
    <message>
        <source>Scale by parameter</source>
        <translation>Nach Parameter skalieren</translation>
    </message>
    <message>
        <source>Multiply each tensor&apos;s rate by the root mean square of its numbers.</source>
        <translation>Die Rate jedes Tensors mit dem quadratischen Mittel seiner Zahlen multiplizieren.</translation>
    </message>
    <message>
        <source>On: steps are a share of the weights, and want a hundred times the rate.</source>
        <translation>Ein: Schritte sind ein Anteil der Gewichte und brauchen die hundertfache Rate.</translation>
    </message>
    <message>
        <source>As in T5&apos;s pre-training, with a rate about a hundred times higher: steps are then a share of the weights. Off, the rate means what it means for Adam.</source>
        <translation>Wie beim Vortraining von T5, mit etwa hundertfacher Rate: Schritte sind dann ein Anteil der Gewichte. Ausgeschaltet bedeutet die Rate dasselbe wie bei Adam.</translation>
    </message>
    <message>
        <source>Clip threshold</source>
        <translation>Begrenzungsschwelle</translation>
    </message>
    <message>
        <source>The root mean square of a tensor&apos;s update, before the rate, is held below this.</source>
        <translation>Das quadratische Mittel der Änderung eines Tensors, noch ohne Rate, wird darunter gehalten.</translation>
    </message>
    <message>
        <source>Lower: gentler first steps, slower learning; costs nothing.</source>
        <translation>Niedriger: sanftere erste Schritte, langsameres Lernen; kostet nichts.</translation>
    </message>
    <message>
        <source>Damps the first steps, whose means are of few gradients. 1 is usual; far below it everything learns slowly. Costs neither memory nor time.</source>
        <translation>Dämpft die ersten Schritte, deren Mittel aus wenigen Gradienten stammen. 1 ist üblich; weit darunter lernt alles langsam. Kostet weder Speicher noch Zeit.</translation>
    </message>
    <message>
        <source>Decay rate</source>
        <translation>Abklingrate</translation>
    </message>
    <message>
        <source>Exponent of the step number: the share of the newest gradient in the means falls by it.</source>
        <translation>Exponent der Schrittnummer; nach ihm sinkt der Anteil des neuesten Gradienten an den Mitteln.</translation>
    </message>
    <message>
        <source>Nearer to 0: follows the gradient faster; costs nothing.</source>
        <translation>Näher an 0: folgt dem Gradienten schneller; kostet nichts.</translation>
    </message>
    <message>
        <source>−0.8 is usual. Nearer to 0 the means follow the gradient faster, also late in a run, and steps are less steady.</source>
        <translation>−0.8 ist üblich. Näher an 0 folgen die Mittel dem Gradienten schneller, auch spät in einem Lauf, und die Schritte sind unruhiger.</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>Added to squared gradients, and the least root mean square of a tensor&apos;s numbers.</source>
        <translation>Zusatz zu quadrierten Gradienten und kleinstes quadratisches Mittel der Zahlen eines Tensors.</translation>
    </message>
    <message>
        <source>The first damps tiny gradients, the second lets tiny weights move; costs nothing.</source>
        <translation>Das erste dämpft winzige Gradienten, das zweite bewegt winzige Gewichte; kostet nichts.</translation>
    </message>
    <message>
        <source>The first keeps squared gradients above 0. The second counts only where the rate is scaled by the parameter: it lets tensors move that start at zero.</source>
        <translation>Das erste hält quadrierte Gradienten über 0. Das zweite zählt nur, wo die Rate nach dem Parameter skaliert wird: So bewegen sich auch Tensoren, die bei null beginnen.</translation>
    </message>
    <message>
        <source>Adafactor</source>
        <translation>Adafactor</translation>
    </message>
    <message>
        <source>Means of squared gradients by row and column only: next to no memory, nearly Adam&apos;s results.</source>
        <translation>Mittel quadrierter Gradienten nur je Zeile und Spalte: fast kein Speicher, Ergebnisse fast wie mit Adam.</translation>
    </message>
    <message>
        <source>Share of each weight, times the learning rate, taken off at every step.</source>
        <translation>Anteil jedes Gewichts, mal Lernrate, der bei jedem Schritt abgezogen wird.</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Running means of gradient and squared gradient; weight decay as a penalty in the gradient.</source>
        <translation>Gleitende Mittel von Gradient und quadriertem Gradienten; Weight Decay als Strafterm im Gradienten.</translation>
    </message>
    <message>
        <source>Added to the gradient (L2 penalty), so that Adam rescales it.</source>
        <translation>Wird zum Gradienten addiert (L2-Strafterm) und so von Adam umskaliert.</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Adam with weight decay apart from the gradient; the usual choice.</source>
        <translation>Adam mit Weight Decay getrennt vom Gradienten; die übliche Wahl.</translation>
    </message>
    <message>
        <source>All tensors</source>
        <translation>Alle Tensoren</translation>
    </message>
    <message>
        <source>Matrices only</source>
        <translation>Nur Matrizen</translation>
    </message>
    <message>
        <source>Rate of embeddings</source>
        <translation>Rate der Embeddings</translation>
    </message>
    <message>
        <source>Learning rate of embeddings and head, as a multiple of the others&apos;; 0 holds them.</source>
        <translation>Lernrate von Embeddings und Kopf als Vielfaches der übrigen; 0 hält sie fest.</translation>
    </message>
    <message>
        <source>Lower: keeps what it knows of words; higher: new ones sooner; costs nothing.</source>
        <translation>Niedriger: bewahrt Wortwissen; höher: lernt neue Wörter schneller; kostet nichts.</translation>
    </message>
    <message>
        <source>Rows of rare words get few gradients. A lower rate keeps what the model knows of words, a higher one learns new words sooner. Only where they train.</source>
        <translation>Zeilen seltener Wörter bekommen wenige Gradienten. Eine niedrigere Rate bewahrt, was das Modell von Wörtern weiß, eine höhere lernt neue Wörter schneller. Nur wo sie trainiert werden.</translation>
    </message>
    <message>
        <source>Rate of biases and norms</source>
        <translation>Rate von Biases und Norms</translation>
    </message>
    <message>
        <source>Learning rate of vectors, as a multiple of the matrices&apos;; 0 holds them.</source>
        <translation>Lernrate von Vektoren als Vielfaches jener der Matrizen; 0 hält sie fest.</translation>
    </message>
    <message>
        <source>Higher: biases and norms follow faster, less steadily; costs nothing.</source>
        <translation>Höher: Biases und Norms folgen schneller, aber unruhiger; kostet nichts.</translation>
    </message>
    <message>
        <source>Biases, norms and scales are few and act on everything that follows. Only where they train.</source>
        <translation>Biases, Norms und Skalierungen sind wenige und wirken auf alles Folgende. Nur wo sie trainiert werden.</translation>
    </message>
    <message>
        <source>Share of the momentum in a step&apos;s direction, and of itself in the next momentum.</source>
        <translation>Anteil des Momentums an der Richtung eines Schritts und am nächsten Momentum.</translation>
    </message>
    <message>
        <source>Nearer to 1: smoother and slower to react. The paper takes 0.95 and 0.98 where training is unstable.</source>
        <translation>Näher an 1: glatter und träger. Das Paper nimmt 0.95 und 0.98, wenn das Training instabil ist.</translation>
    </message>
    <message>
        <source>Lion</source>
        <translation>Lion</translation>
    </message>
    <message>
        <source>Signs of a momentum: half of Adam&apos;s memory; a third to a tenth of AdamW&apos;s rate, with as much more decay.</source>
        <translation>Vorzeichen eines Momentums: halber Speicher von Adam; Drittel bis Zehntel der Rate von AdamW bei entsprechend höherem Weight Decay.</translation>
    </message>
    <message>
        <source>Memory of AdamW&apos;s running means, where AdamW updates.</source>
        <translation>Gedächtnis der gleitenden Mittel von AdamW, wo AdamW aktualisiert.</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>How much of the last steps&apos; direction of a block&apos;s weight is kept.</source>
        <translation>Wie viel von der Richtung der letzten Schritte eines Blockgewichts erhalten bleibt.</translation>
    </message>
    <message>
        <source>Nearer to 1: smoother, slower to react; costs nothing.</source>
        <translation>Näher an 1: glatter, träger; kostet nichts.</translation>
    </message>
    <message>
        <source>Nearer to 1: smoother and slower to react. 0.95 is usual. Costs 4 bytes for every weight of the blocks, whatever its value.</source>
        <translation>Näher an 1: glatter und träger. Üblich ist 0.95. Kostet unabhängig vom Wert 4 Byte für jedes Gewicht der Blöcke.</translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation>Nesterov-Momentum</translation>
    </message>
    <message>
        <source>Mix the newest gradient into the momentum once more before the step.</source>
        <translation>Den neuesten Gradienten vor dem Schritt noch einmal ins Momentum mischen.</translation>
    </message>
    <message>
        <source>On: reacts a step earlier; costs nothing.</source>
        <translation>Ein: reagiert einen Schritt früher; kostet nichts.</translation>
    </message>
    <message>
        <source>Reacts to the newest gradient a step earlier. Costs neither memory nor time; off is plain momentum.</source>
        <translation>Reagiert einen Schritt früher auf den neuesten Gradienten. Kostet weder Speicher noch Zeit; aus: einfaches Momentum.</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>Rounds that make a momentum orthogonal, three products of its size each.</source>
        <translation>Runden, die ein Momentum orthogonal machen, mit je drei Matrixprodukten seiner Größe.</translation>
    </message>
    <message>
        <source>More: nearer to orthogonal, more time a step; memory stays.</source>
        <translation>Mehr: näher an orthogonal, mehr Zeit je Schritt; Speicher bleibt gleich.</translation>
    </message>
    <message>
        <source>Five bring its singular values near to 1. Fewer are quicker and leave weak directions weak.</source>
        <translation>Fünf bringen seine Singulärwerte nahe an 1. Weniger sind schneller und lassen schwache Richtungen schwach.</translation>
    </message>
    <message>
        <source>rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>Muon</source>
        <translation>Muon</translation>
    </message>
    <message>
        <source>Orthogonal steps for the blocks&apos; weights, AdamW for the rest: for full fine-tuning.</source>
        <translation>Orthogonale Schritte für die Gewichte der Blöcke, AdamW für den Rest: für volles Fine-Tuning.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Size of a step; the schedule multiplies it.</source>
        <translation>Größe eines Schritts; der Verlauf der Lernrate multipliziert sie.</translation>
    </message>
    <message>
        <source>Higher: learns faster, until the loss jumps; costs neither memory nor time.</source>
        <translation>Höher: lernt schneller, bis der Verlust springt; kostet weder Speicher noch Zeit.</translation>
    </message>
    <message>
        <source>Too high: the loss jumps or becomes NaN. Too low: it hardly falls. Adapters take about ten times the rate of full fine-tuning; the default follows the method. Costs neither memory nor time.</source>
        <translation>Zu hoch: Der Verlust springt oder wird NaN. Zu niedrig: Er sinkt kaum. Adapter brauchen etwa die zehnfache Rate des vollen Fine-Tunings; die Voreinstellung richtet sich nach der Methode. Kostet weder Speicher noch Zeit.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Weight Decay</translation>
    </message>
    <message>
        <source>Higher: less overfitting, slower learning; costs nothing.</source>
        <translation>Höher: weniger Überanpassung, langsameres Lernen; kostet nichts.</translation>
    </message>
    <message>
        <source>More of it keeps weights small, which works against overfitting on small data and slows learning down. 0 switches it off.</source>
        <translation>Höhere Werte halten Gewichte klein; das wirkt bei wenig Daten der Überanpassung entgegen und verlangsamt das Lernen. 0 schaltet Weight Decay aus.</translation>
    </message>
    <message>
        <source>Decay applies to</source>
        <translation>Weight Decay gilt für</translation>
    </message>
    <message>
        <source>Which trained tensors weight decay pulls towards zero.</source>
        <translation>Welche trainierten Tensoren Weight Decay gegen null zieht.</translation>
    </message>
    <message>
        <source>Matrices only is what most recipes do; costs nothing.</source>
        <translation>„Nur Matrizen“ ist in den meisten Rezepten üblich; kostet nichts.</translation>
    </message>
    <message>
        <source>Biases, norms and rotations carry scales and offsets that zero would be wrong for; leaving them out is what most recipes do.</source>
        <translation>Biases, Norms und Rotationen tragen Skalierungen und Verschiebungen, für die null falsch wäre; die meisten Rezepte nehmen sie aus.</translation>
    </message>
    <message>
        <source>Betas</source>
        <translation>Betas</translation>
    </message>
    <message>
        <source>Memory of the running means of the gradient and of its square.</source>
        <translation>Gedächtnis der gleitenden Mittel des Gradienten und seines Quadrats.</translation>
    </message>
    <message>
        <source>Nearer to 1: smoother and slower to react. A second beta of 0.95 to 0.99 steadies runs with few steps or large batches.</source>
        <translation>Näher an 1: glatter und träger. Ein zweites Beta von 0.95 bis 0.99 stabilisiert Läufe mit wenigen Schritten oder großen Batches.</translation>
    </message>
    <message>
        <source>Added to the denominator, so that tiny gradients do not make huge steps.</source>
        <translation>Wird zum Nenner addiert, damit winzige Gradienten keine riesigen Schritte ergeben.</translation>
    </message>
    <message>
        <source>Higher: smaller steps where gradients are tiny; costs nothing.</source>
        <translation>Höher: kleinere Schritte bei winzigen Gradienten; kostet nichts.</translation>
    </message>
    <message>
        <source>Larger values damp the steps of tensors with tiny gradients. 1e-8 is usual; BERT took 1e-6.</source>
        <translation>Größere Werte dämpfen die Schritte von Tensoren mit winzigen Gradienten. Üblich ist 1e-8; BERT nahm 1e-6.</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Zustände</translation>
    </message>
    <message>
        <source>How the running means are stored between steps: 4 bytes a number, about 1, or about half.</source>
        <translation>Wie die gleitenden Mittel zwischen Schritten gespeichert sind: 4 Byte je Zahl, etwa 1 oder etwa ein halbes.</translation>
    </message>
    <message>
        <source>8 bit: a quarter of the states&apos; memory, steps a little slower; 4 bit: an eighth, coarser.</source>
        <translation>8 Bit: ein Viertel des Speichers der Zustände, etwas langsamere Schritte; 4 Bit: ein Achtel, gröber.</translation>
    </message>
    <message>
        <source>8 bit keeps codes and a scale for every 256 numbers, 4 bit for every 128; tensors below 4096 numbers stay in 32 bit. Of Adam&apos;s 8 bytes for every trained parameter 2 are left, or 1, which matters in full fine-tuning, and a step takes a few per cent longer. Losses stay within a few per cent with 8 bit; 4 bit is coarser.</source>
        <translation>8 Bit speichert Codes und eine Skala je 256 Zahlen, 4 Bit je 128; Tensoren unter 4096 Zahlen bleiben bei 32 Bit. Von Adams 8 Byte je trainiertem Parameter bleiben 2 oder 1, was beim vollen Fine-Tuning zählt; ein Schritt dauert einige Prozent länger. Mit 8 Bit weichen Verluste nur um wenige Prozent ab; 4 Bit ist gröber.</translation>
    </message>
    <message>
        <source>Paged states</source>
        <translation>Ausgelagerte Zustände</translation>
    </message>
    <message>
        <source>On a CUDA device: the running means stay in the host&apos;s memory.</source>
        <translation>Auf einem CUDA-Gerät: Die gleitenden Mittel bleiben im Speicher des Hosts.</translation>
    </message>
    <message>
        <source>On: less of the device&apos;s memory by the optimizer&apos;s states, for slower steps.</source>
        <translation>Ein: Optimiererzustände belegen weniger Gerätespeicher, Schritte sind langsamer.</translation>
    </message>
    <message>
        <source>The device reads and writes them over the bus at every step, in memory that the host keeps in place for it. Takes what they need off the device, and each step as long as the bus needs for them twice: a fifth of a second for a billion trained parameters in 32 bit, less in 8. Without effect on a processor.</source>
        <translation>Das Gerät liest und schreibt sie in jedem Schritt über den Bus, in dafür fixiertem Speicher des Hosts. Entlastet das Gerät um ihren Bedarf und verlängert jeden Schritt um zwei Übertragungen über den Bus: eine Fünftelsekunde je Milliarde trainierter Parameter mit 32 Bit, weniger mit 8. Auf einem Prozessor ohne Wirkung.</translation>
    </message>
    <message>
        <source>Share of the last step&apos;s velocity that is kept.</source>
        <translation>Behaltener Anteil der Geschwindigkeit des letzten Schritts.</translation>
    </message>
    <message>
        <source>Higher: smoother, faster along valleys; above 0 it takes 4 bytes a parameter.</source>
        <translation>Höher: glatter, schneller entlang von Tälern; über 0 kostet es 4 Byte je Parameter.</translation>
    </message>
    <message>
        <source>0.9 averages over about ten steps and speeds up long valleys. Anything above 0 costs 4 bytes for every trained parameter.</source>
        <translation>0.9 mittelt über etwa zehn Schritte und beschleunigt in langen Tälern. Jeder Wert über 0 kostet 4 Byte je trainiertem Parameter.</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>Look ahead along the velocity before stepping; needs momentum.</source>
        <translation>Vor dem Schritt entlang der Geschwindigkeit vorausschauen; braucht Momentum.</translation>
    </message>
    <message>
        <source>On: often a little faster; costs nothing.</source>
        <translation>Ein: oft etwas schneller; kostet nichts.</translation>
    </message>
    <message>
        <source>Often a little faster than plain momentum, because a step already knows where the velocity leads. Costs nothing more.</source>
        <translation>Oft etwas schneller als einfaches Momentum, weil ein Schritt schon weiß, wohin die Geschwindigkeit führt. Kostet nichts zusätzlich.</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Plain gradient steps, with momentum if wanted; least memory.</source>
        <translation>Einfache Gradientenschritte, auf Wunsch mit Momentum; geringster Speicher.</translation>
    </message>
    <message>
        <source>Times the weight, added to the gradient (L2 penalty).</source>
        <translation>Faktor des Gewichts, das zum Gradienten addiert wird (L2-Strafterm).</translation>
    </message>
    <message>
        <source>32 bit</source>
        <translation>32 Bit</translation>
    </message>
    <message>
        <source>8 bit</source>
        <translation>8 Bit</translation>
    </message>
    <message>
        <source>4 bit</source>
        <translation>4 Bit</translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation>Auswerten alle</translation>
    </message>
    <message>
        <source>Steps between two measurements on the validation data; 0 measures only at the start and the end.</source>
        <translation>Schritte zwischen zwei Messungen auf den Validierungsdaten; 0 misst nur am Anfang und am Ende.</translation>
    </message>
    <message>
        <source>Smaller: a finer curve for more time; memory stays.</source>
        <translation>Kleiner: feinere Kurve, mehr Zeit; Speicher bleibt gleich.</translation>
    </message>
    <message>
        <source>Often shows the turning point exactly, and costs time: each one reads all validation examples.</source>
        <translation>Häufiges Auswerten zeigt den Wendepunkt genau und kostet Zeit: Jedes Mal werden alle Validierungsbeispiele gelesen.</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batch-Größe</translation>
    </message>
    <message>
        <source>Sequences that are evaluated at once.</source>
        <translation>Sequenzen, die gleichzeitig ausgewertet werden.</translation>
    </message>
    <message>
        <source>Higher: faster evaluations, more memory while they last.</source>
        <translation>Höher: schnellere Auswertungen, währenddessen mehr Speicher.</translation>
    </message>
    <message>
        <source>Evaluation keeps no activations for a backward pass, so that it needs less memory than training with the same size.</source>
        <translation>Die Auswertung behält keine Aktivierungen für einen Rückwärtsdurchlauf und braucht daher weniger Speicher als Training mit derselben Größe.</translation>
    </message>
    <message>
        <source>sequences</source>
        <translation>Sequenzen</translation>
    </message>
    <message>
        <source>With it: one evaluation more before the first step and one of the result; memory stays.</source>
        <translation>Mit ihm: eine Auswertung mehr vor dem ersten Schritt und eine des Ergebnisses; Speicher bleibt gleich.</translation>
    </message>
    <message>
        <source>A file that is not trained on; some hundred rows are enough. A run&apos;s details show the loss on it before and after. For models that write text. Empty: not measured.</source>
        <translation>Eine Datei, auf der nicht trainiert wird; einige hundert Zeilen genügen. Die Einzelheiten eines Laufs zeigen den Verlust darauf vorher und nachher. Für Modelle, die Text schreiben. Leer: keine Messung.</translation>
    </message>
    <message>
        <source>Sample prompts</source>
        <translation>Probe-Prompts</translation>
    </message>
    <message>
        <source>Prompts that the model answers at each evaluation, so that you can read what it learned.</source>
        <translation>Prompts, die das Modell bei jeder Auswertung beantwortet: So lässt sich lesen, was es gelernt hat.</translation>
    </message>
    <message>
        <source>More: more to read, and more time at each evaluation.</source>
        <translation>Mehr: mehr zu lesen und mehr Zeit je Auswertung.</translation>
    </message>
    <message>
        <source>One a line; two or three are enough. Each costs the time of generating an answer.</source>
        <translation>Einer je Zeile; zwei oder drei genügen. Jeder kostet die Zeit, eine Antwort zu erzeugen.</translation>
    </message>
    <message>
        <source>Sample length</source>
        <translation>Probenlänge</translation>
    </message>
    <message>
        <source>At most this many tokens an answer.</source>
        <translation>Höchstens so viele Token je Antwort.</translation>
    </message>
    <message>
        <source>Higher: longer answers; time in proportion.</source>
        <translation>Höher: längere Antworten; Zeit proportional.</translation>
    </message>
    <message>
        <source>Time for samples grows in proportion, and each token of an answer takes a pass through the model. Long enough to see how an answer ends is enough: 64 to 256.</source>
        <translation>Die Zeit für Proben wächst proportional, und jedes Token einer Antwort braucht einen Durchlauf durch das Modell. Es genügt, wenn das Ende einer Antwort zu sehen ist: 64 bis 256.</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>Vorzeitiges Ende</translation>
    </message>
    <message>
        <source>Ends the run when this many evaluations in a row brought no improvement; 0 never does.</source>
        <translation>Beendet den Lauf, wenn so viele Auswertungen in Folge keine Verbesserung brachten; 0: nie.</translation>
    </message>
    <message>
        <source>Higher: waits longer and costs that time; too low stops at the first bump.</source>
        <translation>Höher: wartet länger und kostet diese Zeit; zu niedrig: endet beim ersten Ausreißer.</translation>
    </message>
    <message>
        <source>Saves time once the model only memorises. Too little patience stops at the first bump.</source>
        <translation>Spart Zeit, sobald das Modell nur noch auswendig lernt. Zu wenig Geduld beendet den Lauf beim ersten Ausreißer.</translation>
    </message>
    <message>
        <source>evaluations</source>
        <translation>Auswertungen</translation>
    </message>
    <message>
        <source>Least improvement</source>
        <translation>Mindestverbesserung</translation>
    </message>
    <message>
        <source>The validation loss must fall by more than this to count as an improvement.</source>
        <translation>Um mehr als diesen Wert muss der Validierungsverlust sinken, um als Verbesserung zu gelten.</translation>
    </message>
    <message>
        <source>Higher: stops earlier; saves time, may miss slow gains.</source>
        <translation>Höher: endet früher; spart Zeit, kann langsame Fortschritte verpassen.</translation>
    </message>
    <message>
        <source>0 counts every improvement, however small. Larger values stop earlier: they save time, and may end a run that still learns slowly.</source>
        <translation>0 zählt jede noch so kleine Verbesserung. Größere Werte führen früher zum Ende: Sie sparen Zeit, können aber einen Lauf beenden, der noch langsam lernt.</translation>
    </message>
    <message>
        <source>Save every</source>
        <translation>Speichern alle</translation>
    </message>
    <message>
        <source>Steps between two checkpoints; 0 saves only at the end.</source>
        <translation>Schritte zwischen zwei Checkpoints; 0 speichert nur am Ende.</translation>
    </message>
    <message>
        <source>Smaller: less work lost in a power cut, more time spent on saving.</source>
        <translation>Kleiner: bei Stromausfall weniger Arbeit verloren, mehr Zeit fürs Speichern.</translation>
    </message>
    <message>
        <source>After a power cut a run goes on from its last checkpoint: work since then is lost. Saving a large model takes seconds.</source>
        <translation>Nach einem Stromausfall geht ein Lauf vom letzten Checkpoint aus weiter: Arbeit seither ist verloren. Ein großes Modell zu speichern dauert Sekunden.</translation>
    </message>
    <message>
        <source>Keep last</source>
        <translation>Letzte behalten</translation>
    </message>
    <message>
        <source>How many of the newest checkpoints stay on the disk.</source>
        <translation>Wie viele der neuesten Checkpoints auf der Platte bleiben.</translation>
    </message>
    <message>
        <source>More: disk space in proportion; memory and time stay.</source>
        <translation>Mehr: Plattenplatz proportional; Speicher und Zeit bleiben gleich.</translation>
    </message>
    <message>
        <source>Disk space grows in proportion. Two survive a checkpoint that turns out to be damaged.</source>
        <translation>Der Plattenplatz wächst proportional. Zwei genügen für den Fall, dass sich einer als beschädigt erweist.</translation>
    </message>
    <message>
        <source>checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>Keep the best</source>
        <translation>Besten behalten</translation>
    </message>
    <message>
        <source>Also keeps the checkpoint with the lowest validation loss; the result is made from it.</source>
        <translation>Behält auch den Checkpoint mit dem niedrigsten Validierungsverlust; aus ihm entsteht das Ergebnis.</translation>
    </message>
    <message>
        <source>On: the result is the best state, for the disk space of one more checkpoint.</source>
        <translation>Ein: Das Ergebnis ist der beste Stand, für den Plattenplatz eines weiteren Checkpoints.</translation>
    </message>
    <message>
        <source>Costs the disk space of one more checkpoint. Off, the result is the last state, which may have memorised more than the best one. Needs validation data.</source>
        <translation>Kostet den Plattenplatz eines weiteren Checkpoints. Ausgeschaltet ist das Ergebnis der letzte Stand, der womöglich mehr auswendig gelernt hat als der beste. Braucht Validierungsdaten.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What the run is called in the history and in its folder&apos;s name.</source>
        <translation>Wie der Lauf im Verlauf und im Namen seines Ordners heißt.</translation>
    </message>
    <message>
        <source>No effect on the training.</source>
        <translation>Keine Wirkung auf das Training.</translation>
    </message>
    <message>
        <source>Free text. Runs are told apart by their id, so several may have the same name.</source>
        <translation>Freier Text. Läufe werden an ihrer ID unterschieden, mehrere dürfen also gleich heißen.</translation>
    </message>
    <message>
        <source>Start of every random stream: initial weights, order of the data, dropout.</source>
        <translation>Startwert aller Zufallsfolgen: Anfangsgewichte, Reihenfolge der Daten, Dropout.</translation>
    </message>
    <message>
        <source>Another seed, another random course; memory and time stay.</source>
        <translation>Anderer Seed, anderer zufälliger Ablauf; Speicher und Zeit bleiben gleich.</translation>
    </message>
    <message>
        <source>The same seed on the same machine gives the same weights, bit for bit. Repeat a run with three or more seeds before you trust a small difference between two settings.</source>
        <translation>Derselbe Seed auf demselben Rechner ergibt dieselben Gewichte, Bit für Bit. Bevor ein kleiner Unterschied zwischen zwei Einstellungen zählt, den Lauf mit drei oder mehr Seeds wiederholen.</translation>
    </message>
    <message>
        <source>When the loss is not finite</source>
        <translation>Bei nicht endlichem Verlust</translation>
    </message>
    <message>
        <source>What happens when loss or gradients become NaN or infinite.</source>
        <translation>Was geschieht, wenn Verlust oder Gradienten NaN oder unendlich werden.</translation>
    </message>
    <message>
        <source>Skipping and rolling back save a long run; stopping shows the fault at once.</source>
        <translation>Überspringen und Zurücksetzen retten einen langen Lauf; Beenden zeigt den Fehler sofort.</translation>
    </message>
    <message>
        <source>It is found before the step changes any weight. Skipping leaves the batch out: right where single examples are broken. Rolling back also returns to the last checkpoint and goes on with half the learning rate, on the data that follow: right where training diverges. Ten such steps in a row stop the run in any case.</source>
        <translation>Erkannt wird das, bevor der Schritt ein Gewicht ändert. Überspringen lässt den Batch aus: richtig, wenn einzelne Beispiele fehlerhaft sind. Zurücksetzen kehrt außerdem zum letzten Checkpoint zurück und macht mit halber Lernrate auf den folgenden Daten weiter: richtig, wenn das Training divergiert. Zehn solche Schritte in Folge beenden den Lauf in jedem Fall.</translation>
    </message>
    <message>
        <source>Deterministic</source>
        <translation>Deterministisch</translation>
    </message>
    <message>
        <source>Sums in a fixed order: the same run gives the same bits again.</source>
        <translation>Summen in fester Reihenfolge: Derselbe Lauf ergibt wieder dieselben Bits.</translation>
    </message>
    <message>
        <source>On: the same bits again, for a little time.</source>
        <translation>Ein: wieder dieselben Bits, für etwas mehr Zeit.</translation>
    </message>
    <message>
        <source>On the processor every run is, at no cost. An accelerator has quicker kernels that sum in any order: switch it off to let it choose those, where repeating a run exactly does not matter.</source>
        <translation>Auf dem Prozessor ist es jeder Lauf, ohne Mehraufwand. Ein Beschleuniger hat schnellere Kernel, die in beliebiger Reihenfolge summieren: Ausschalten gibt sie frei, wo exakte Wiederholbarkeit keine Rolle spielt.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Processor threads for the arithmetic; 0 takes one a core.</source>
        <translation>Prozessor-Threads zum Rechnen; 0 nimmt einen je Kern.</translation>
    </message>
    <message>
        <source>More, up to the cores: faster. Beyond them: slower.</source>
        <translation>Mehr, bis zur Zahl der Kerne: schneller. Darüber: langsamer.</translation>
    </message>
    <message>
        <source>More threads than cores make training slower. Fewer leave the machine usable for other work. The last bits of the result may change with the number.</source>
        <translation>Mehr Threads als Kerne verlangsamen das Training. Weniger halten den Rechner für andere Arbeit nutzbar. Die letzten Bits des Ergebnisses können sich mit der Zahl ändern.</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>Speichergrenze</translation>
    </message>
    <message>
        <source>The most that tensors may take; 0 stands for what is free when they are made.</source>
        <translation>So viel dürfen Tensoren höchstens belegen; 0 steht für das, was beim Anlegen frei ist.</translation>
    </message>
    <message>
        <source>Lower: other programs keep theirs, and a large run pauses earlier.</source>
        <translation>Niedriger: Andere Programme behalten ihren Speicher, ein großer Lauf hält früher an.</translation>
    </message>
    <message>
        <source>A run that needs more pauses and says what would make it fit, instead of taking the memory of other programs. Some of what is free is always left to them.</source>
        <translation>Ein Lauf, der mehr braucht, hält an und nennt, womit er passen würde, statt anderen Programmen Speicher zu nehmen. Ein Teil des freien Speichers bleibt ihnen immer.</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>GiB</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Where the model is trained.</source>
        <translation>Wo das Modell trainiert wird.</translation>
    </message>
    <message>
        <source>An accelerator is many times faster; its own memory is the limit then.</source>
        <translation>Ein Beschleuniger ist um ein Vielfaches schneller; Grenze ist dann sein eigener Speicher.</translation>
    </message>
    <message>
        <source>Best available takes a supported accelerator when the engine has one, else the processor.</source>
        <translation>„Bestes verfügbares“ nimmt einen unterstützten Beschleuniger, wenn die Engine einen hat, sonst den Prozessor.</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>Lauf beenden</translation>
    </message>
    <message>
        <source>Skip the batch</source>
        <translation>Batch überspringen</translation>
    </message>
    <message>
        <source>Roll back, halve the rate</source>
        <translation>Zurücksetzen, Rate halbieren</translation>
    </message>
    <message>
        <source>Best available</source>
        <translation>Bestes verfügbares</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>CUDA device</source>
        <translation>CUDA-Gerät</translation>
    </message>
    <message>
        <source>Model folder</source>
        <translation>Modellordner</translation>
    </message>
    <message>
        <source>Folder with config.json, *.safetensors and tokenizer.json, or a name of the hub.</source>
        <translation>Ordner mit config.json, *.safetensors und tokenizer.json oder ein Name aus dem Hub.</translation>
    </message>
    <message>
        <source>Larger: knows more; memory and time grow in proportion to its parameters.</source>
        <translation>Größer: weiß mehr; Speicher und Zeit wachsen proportional zu seinen Parametern.</translation>
    </message>
    <message>
        <source>Any Hugging Face folder of a supported family, or &quot;org/name&quot; or &quot;org/name@revision&quot; for what was downloaded from the hub. It is only read. A larger model knows more and needs memory and time in proportion to its parameters.</source>
        <translation>Jeder Hugging-Face-Ordner einer unterstützten Familie oder „org/name“ oder „org/name@revision“ für aus dem Hub Heruntergeladenes. Er wird nur gelesen. Ein größeres Modell weiß mehr und braucht Speicher und Zeit proportional zu seinen Parametern.</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Whether the model learns to write, or to tell classes of texts apart.</source>
        <translation>Ob das Modell lernt, zu schreiben oder Klassen von Texten zu unterscheiden.</translation>
    </message>
    <message>
        <source>Classification needs labelled data; its small head saves memory and time.</source>
        <translation>Klassifikation braucht Daten mit Labels; ihr kleiner Kopf spart Speicher und Zeit.</translation>
    </message>
    <message>
        <source>Text generation predicts the next token. Classification replaces the last layer by one row a label, read at the end of the text: it needs examples with a label, less memory than a large vocabulary, and answers with a label and its probability.</source>
        <translation>Textgenerierung sagt das nächste Token vorher. Klassifikation ersetzt die letzte Schicht durch eine Zeile je Label, abgelesen am Ende des Textes: Sie braucht Beispiele mit Label und weniger Speicher als ein großes Vokabular und antwortet mit einem Label und dessen Wahrscheinlichkeit.</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Ausgehen von</translation>
    </message>
    <message>
        <source>The stored weights, or random ones for pretraining from nothing.</source>
        <translation>Die gespeicherten Gewichte oder zufällige für ein Vortraining von null an.</translation>
    </message>
    <message>
        <source>Random: far more data and time for the same quality; the same memory.</source>
        <translation>Zufällig: viel mehr Daten und Zeit für dieselbe Güte; gleicher Speicher.</translation>
    </message>
    <message>
        <source>Random weights need only config.json and tokenizer.json, and far more data and steps before the output makes sense. Train them with full fine-tuning.</source>
        <translation>Zufällige Gewichte brauchen nur config.json und tokenizer.json, aber weit mehr Daten und Schritte, bis die Ausgabe Sinn ergibt. Mit vollem Fine-Tuning trainieren.</translation>
    </message>
    <message>
        <source>Continue from adapter</source>
        <translation>Adapter weitertrainieren</translation>
    </message>
    <message>
        <source>Folder of an adapter whose training goes on, of the method that is chosen below.</source>
        <translation>Ordner eines Adapters der unten gewählten Methode, dessen Training weitergeht.</translation>
    </message>
    <message>
        <source>Starts from what was learned; the same memory and time.</source>
        <translation>Beginnt mit dem Gelernten; Speicher und Zeit wie sonst.</translation>
    </message>
    <message>
        <source>The run starts with what that adapter has learned, and takes over its settings (rank, targets and so on), because its weights fit no others. The folder is only read. Takes neither more memory nor more time than starting anew.</source>
        <translation>Der Lauf beginnt mit dem, was dieser Adapter gelernt hat, und übernimmt seine Einstellungen (Rang, Ziele usw.), weil seine Gewichte zu keinen anderen passen. Der Ordner wird nur gelesen. Braucht weder mehr Speicher noch mehr Zeit als ein Neubeginn.</translation>
    </message>
    <message>
        <source>New tokens</source>
        <translation>Neue Token</translation>
    </message>
    <message>
        <source>Special tokens that the tokenizer does not have yet, such as &lt;|tool|&gt;.</source>
        <translation>Spezielle Token, die der Tokenizer noch nicht hat, etwa &lt;|tool|&gt;.</translation>
    </message>
    <message>
        <source>More: each takes the place of several tokens of a text; a row more of the embedding.</source>
        <translation>Mehr: Jedes ersetzt mehrere Token eines Textes und braucht eine Zeile mehr im Embedding.</translation>
    </message>
    <message>
        <source>Each is one token wherever it stands in a text. The embedding and the output head grow by a row each, which start at the mean of the others and must train: full fine-tuning does, and LoRA and DoRA train both as a whole then, which takes memory for their gradients and optimizer states and makes the adapter&apos;s file as large as they are. The tokenizer is saved beside the result.</source>
        <translation>Jedes ist ein einziges Token, wo immer es im Text steht. Embedding und Ausgabekopf wachsen um je eine Zeile, die beim Mittel der anderen beginnt und trainiert werden muss: Volles Fine-Tuning tut das; LoRA und DoRA trainieren dann beide als Ganzes, was Speicher für deren Gradienten und Optimiererzustände kostet und die Adapterdatei so groß macht wie beide. Der Tokenizer wird neben dem Ergebnis gespeichert.</translation>
    </message>
    <message>
        <source>Training files</source>
        <translation>Trainingsdateien</translation>
    </message>
    <message>
        <source>Files to learn from: JSON Lines, JSON, CSV, TSV, Parquet, text, Markdown, or a folder.</source>
        <translation>Dateien, aus denen gelernt wird: JSON Lines, JSON, CSV, TSV, Parquet, Text, Markdown oder ein Ordner.</translation>
    </message>
    <message>
        <source>More good examples: better, and longer epochs; memory hardly changes.</source>
        <translation>Mehr gute Beispiele: besser, längere Epochen; Speicher fast unverändert.</translation>
    </message>
    <message>
        <source>Several are shuffled together; .gz and .zst are read as they are. Behind a path, weight=2 reads its rows twice an epoch, weight=0.5 half of them, and slice=[:1000] or slice=[10%:20%] only that part. A data set that was downloaded from the hub is &quot;org/name&quot;, a file in it &quot;org/name@main/train.jsonl&quot;. More examples take longer an epoch and cost a little memory; bad ones cost quality, so look at the preview.</source>
        <translation>Mehrere werden gemeinsam gemischt; .gz und .zst werden direkt gelesen. Hinter einem Pfad liest weight=2 dessen Zeilen zweimal je Epoche, weight=0.5 die Hälfte davon und slice=[:1000] oder slice=[10%:20%] nur diesen Teil. Ein aus dem Hub heruntergeladener Datensatz heißt „org/name“, eine Datei darin „org/name@main/train.jsonl“. Mehr Beispiele verlängern die Epoche und kosten etwas Speicher; schlechte kosten Güte, daher die Vorschau prüfen.</translation>
    </message>
    <message>
        <source>Validation file</source>
        <translation>Validierungsdatei</translation>
    </message>
    <message>
        <source>Examples that are never trained on: they show when learning turns into memorising.</source>
        <translation>Beispiele, auf denen nie trainiert wird: Sie zeigen, wann Lernen in Auswendiglernen übergeht.</translation>
    </message>
    <message>
        <source>More: a steadier curve, longer evaluations; training stays the same.</source>
        <translation>Mehr: ruhigere Kurve, längere Auswertungen; Training bleibt gleich.</translation>
    </message>
    <message>
        <source>A few hundred examples are enough for a steady curve; every evaluation reads all of them, so a large file costs time.</source>
        <translation>Einige hundert Beispiele genügen für eine ruhige Kurve; jede Auswertung liest alle, eine große Datei kostet also Zeit.</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>Validierungsanteil</translation>
    </message>
    <message>
        <source>Part of the training examples set aside when there is no validation file.</source>
        <translation>Teil der Trainingsbeispiele, der ohne Validierungsdatei zurückgehalten wird.</translation>
    </message>
    <message>
        <source>Higher: a steadier curve, fewer examples to learn from.</source>
        <translation>Höher: ruhigere Kurve, weniger Beispiele zum Lernen.</translation>
    </message>
    <message>
        <source>0.05 sets every twentieth example aside, chosen by the seed. What is set aside is not learned from.</source>
        <translation>0.05 hält jedes zwanzigste Beispiel zurück, ausgewählt durch den Seed. Aus Zurückgehaltenem wird nicht gelernt.</translation>
    </message>
    <message>
        <source>of rows</source>
        <translation>der Zeilen</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>How a row is read: text, prompt and completion, instruction, chat, or text and label.</source>
        <translation>Wie eine Zeile gelesen wird: Text, Prompt und Vervollständigung, Anweisung, Chat oder Text und Label.</translation>
    </message>
    <message>
        <source>Only how rows are read; a wrong one spoils what is learned.</source>
        <translation>Nur, wie Zeilen gelesen werden; ein falscher Aufbau verdirbt das Gelernte.</translation>
    </message>
    <message>
        <source>Recognised from the first rows unless you choose. Instruction and output become a chat where the model brings a chat template or one is chosen, else Alpaca&apos;s own prompt. The preview shows what comes out.</source>
        <translation>Ohne Auswahl an den ersten Zeilen erkannt. Anweisung und Ausgabe werden zum Chat, wenn das Modell eine Chat-Vorlage mitbringt oder eine gewählt ist, sonst zum Prompt von Alpaca. Die Vorschau zeigt, was herauskommt.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Which column plays which part, where the names differ from the usual ones.</source>
        <translation>Welche Spalte welche Rolle spielt, wenn die Namen von den üblichen abweichen.</translation>
    </message>
    <message>
        <source>Decides what is question and what answer; costs nothing.</source>
        <translation>Bestimmt, was Frage und was Antwort ist; kostet nichts.</translation>
    </message>
    <message>
        <source>For example prompt: question, completion: answer. Parts: text, prompt, completion, messages, conversations, tools, instruction, input, output, system, text_pair, label.</source>
        <translation>Zum Beispiel prompt: question, completion: answer. Rollen: text, prompt, completion, messages, conversations, tools, instruction, input, output, system, text_pair, label.</translation>
    </message>
    <message>
        <source>Leave out duplicates</source>
        <translation>Duplikate auslassen</translation>
    </message>
    <message>
        <source>Of rows that say exactly the same only the first is learned from.</source>
        <translation>Von Zeilen mit genau gleichem Inhalt wird nur aus der ersten gelernt.</translation>
    </message>
    <message>
        <source>On: less memorising, shorter epochs; 32 bytes of memory a row while reading.</source>
        <translation>Ein: weniger Auswendiglernen, kürzere Epochen; beim Lesen 32 Byte Speicher je Zeile.</translation>
    </message>
    <message>
        <source>Rows count as the same when their texts and labels are, whatever else they hold. Their number is reported. Repeated rows are memorised sooner; leaving them out makes epochs shorter and costs 32 bytes of memory a row while reading.</source>
        <translation>Zeilen gelten als gleich, wenn ihre Texte und Labels es sind, was immer sie sonst enthalten. Ihre Zahl wird gemeldet. Wiederholte Zeilen werden eher auswendig gelernt; sie auszulassen verkürzt die Epochen und kostet beim Lesen 32 Byte Speicher je Zeile.</translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation>Chat-Vorlage</translation>
    </message>
    <message>
        <source>How chat messages become one text.</source>
        <translation>Wie aus Chat-Nachrichten ein Text wird.</translation>
    </message>
    <message>
        <source>The model&apos;s own is best, another costs quality; memory and time stay.</source>
        <translation>Am besten die des Modells, eine andere kostet Güte; Speicher und Zeit bleiben gleich.</translation>
    </message>
    <message>
        <source>auto takes what the model folder prescribes, chatml where it prescribes nothing. Or one of alpaca, chatml, gemma, llama-2, llama-3, mistral, phi-3, vicuna, zephyr, the path of a .jinja file, or a template in Jinja itself. A template the model was not trained with costs quality.</source>
        <translation>auto nimmt, was der Modellordner vorgibt, und chatml, wo er nichts vorgibt. Oder eine von alpaca, chatml, gemma, llama-2, llama-3, mistral, phi-3, vicuna, zephyr, der Pfad einer .jinja-Datei oder eine Vorlage direkt in Jinja. Eine Vorlage, mit der das Modell nicht trainiert wurde, kostet Güte.</translation>
    </message>
    <message>
        <source>Date in the template</source>
        <translation>Datum in der Vorlage</translation>
    </message>
    <message>
        <source>The date that chat templates write where they ask for today&apos;s.</source>
        <translation>Das Datum, das Chat-Vorlagen schreiben, wenn sie nach dem heutigen fragen.</translation>
    </message>
    <message>
        <source>Fixed: the same text on every day; costs nothing.</source>
        <translation>Fest: an jedem Tag derselbe Text; kostet nichts.</translation>
    </message>
    <message>
        <source>Fixed, so that a run that is resumed or repeated on another day reads the same text. Only templates that tell the model the date use it. Year, month and day: 2025-01-31.</source>
        <translation>Fest, damit ein Lauf, der an einem anderen Tag fortgesetzt oder wiederholt wird, denselben Text liest. Nur Vorlagen, die dem Modell das Datum nennen, verwenden es. Jahr, Monat und Tag: 2025-01-31.</translation>
    </message>
    <message>
        <source>Learn from</source>
        <translation>Lernen aus</translation>
    </message>
    <message>
        <source>Which tokens count in the loss: the answers only, or every token.</source>
        <translation>Welche Token im Verlust zählen: nur die Antworten oder alle.</translation>
    </message>
    <message>
        <source>Answers only: better answers, and a cheaper last layer.</source>
        <translation>Nur Antworten: bessere Antworten und eine günstigere letzte Schicht.</translation>
    </message>
    <message>
        <source>Answers only keeps the model from learning to write the questions. Plain text counts every token either way. Fewer counted tokens make the last layer cheaper.</source>
        <translation>„Nur Antworten“ verhindert, dass das Modell lernt, die Fragen zu schreiben. Bei reinem Text zählt in jedem Fall jedes Token. Weniger gezählte Token machen die letzte Schicht günstiger.</translation>
    </message>
    <message>
        <source>Maximum length</source>
        <translation>Höchstlänge</translation>
    </message>
    <message>
        <source>Longer examples are cut; the number of cut ones is reported.</source>
        <translation>Längere Beispiele werden gekürzt; die Zahl der gekürzten wird gemeldet.</translation>
    </message>
    <message>
        <source>Higher: fewer cuts; activation memory in proportion, attention&apos;s time with its square.</source>
        <translation>Höher: weniger Kürzungen; Aktivierungsspeicher proportional, Attention-Zeit quadratisch.</translation>
    </message>
    <message>
        <source>Memory for activations grows in proportion, attention&apos;s time with the square. Too short a limit cuts the ends off the answers.</source>
        <translation>Der Speicher für Aktivierungen wächst proportional, die Zeit der Attention quadratisch. Eine zu kurze Grenze schneidet den Antworten das Ende ab.</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>Packen</translation>
    </message>
    <message>
        <source>Fills each row with several short examples, which do not see each other.</source>
        <translation>Füllt jede Zeile mit mehreren kurzen Beispielen, die einander nicht sehen.</translation>
    </message>
    <message>
        <source>On: faster epochs of fewer, fuller steps; memory of full rows.</source>
        <translation>Ein: schnellere Epochen aus weniger, volleren Schritten; Speicher voller Zeilen.</translation>
    </message>
    <message>
        <source>Saves the time that padding would waste; one step then holds more examples, so an epoch has fewer steps.</source>
        <translation>Spart die Zeit, die Padding verschwenden würde; ein Schritt enthält dann mehr Beispiele, eine Epoche also weniger Schritte.</translation>
    </message>
    <message>
        <source>Text generation</source>
        <translation>Textgenerierung</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Klassifikation</translation>
    </message>
    <message>
        <source>Pretrained weights</source>
        <translation>Vortrainierte Gewichte</translation>
    </message>
    <message>
        <source>Random weights</source>
        <translation>Zufällige Gewichte</translation>
    </message>
    <message>
        <source>Recognise</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Answers only</source>
        <translation>Nur Antworten</translation>
    </message>
    <message>
        <source>Every token</source>
        <translation>Alle Token</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>The type that the model&apos;s trained matrices are kept and updated in.</source>
        <translation>Der Typ, in dem trainierte Modellmatrizen gespeichert und aktualisiert werden.</translation>
    </message>
    <message>
        <source>16 bits: half the memory of trained weights and gradients, less exact updates.</source>
        <translation>16 Bit: halber Speicher für trainierte Gewichte und Gradienten, ungenauere Aktualisierungen.</translation>
    </message>
    <message>
        <source>16 bits halve the memory of weights and gradients. bf16 has the range of fp32 and 2 digits, fp16 has 3 digits but nothing above 65504. Small updates round to nothing in either: round stochastically, or keep fp32 here and compute in 16 bits (mixed precision), the safe choice. Frozen matrices take the narrower of this and the arithmetic&apos;s type. Adapters, norms, biases and optimizer states are always fp32.</source>
        <translation>16 Bit halbieren den Speicher von Gewichten und Gradienten. bf16 hat den Wertebereich von fp32 und 2 Stellen, fp16 hat 3 Stellen, aber nichts über 65504. Kleine Aktualisierungen gehen in beiden beim Runden verloren: stochastisch runden oder, die sichere Wahl, hier fp32 behalten und in 16 Bit rechnen (gemischte Präzision). Eingefrorene Matrizen nehmen den schmaleren aus diesem Typ und dem der Arithmetik. Adapter, Norms, Biases und Optimiererzustände sind immer fp32.</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>Arithmetik</translation>
    </message>
    <message>
        <source>The type of what is multiplied, and of what blocks keep for the backward pass.</source>
        <translation>Der Typ dessen, was multipliziert wird und was Blöcke für den Rückwärtsdurchlauf behalten.</translation>
    </message>
    <message>
        <source>16 bits: half the memory of activations; faster only where the machine is made for it.</source>
        <translation>16 Bit: halber Speicher für Aktivierungen; schneller nur, wo der Rechner dafür gemacht ist.</translation>
    </message>
    <message>
        <source>16 bits halve the memory of activations and of frozen weights, and a machine made for them is twice as fast or more. Processors without bf16 instructions (AVX-512, AMX) are slower with it than with fp32: measure first. bf16 has the range of fp32 and 2 digits; fp16 has 3 digits but loses numbers below 6e-8 and above 65504, therefore the loss scale. Norms, softmax and loss stay in fp32.</source>
        <translation>16 Bit halbieren den Speicher von Aktivierungen und eingefrorenen Gewichten; ein dafür gemachter Rechner ist mindestens doppelt so schnell. Prozessoren ohne bf16-Befehle (AVX-512, AMX) sind damit langsamer als mit fp32: erst messen. bf16 hat den Wertebereich von fp32 und 2 Stellen; fp16 hat 3 Stellen, verliert aber Zahlen unter 6e-8 und über 65504, daher die Verlustskalierung. Norms, Softmax und Verlust bleiben in fp32.</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradienten</translation>
    </message>
    <message>
        <source>The type that gradients are kept and added up in.</source>
        <translation>Der Typ, in dem Gradienten gespeichert und aufsummiert werden.</translation>
    </message>
    <message>
        <source>bf16: half the memory of gradients, fewer digits; adapters gain next to nothing.</source>
        <translation>bf16: halber Speicher für Gradienten, weniger Stellen; Adapter gewinnen fast nichts.</translation>
    </message>
    <message>
        <source>Only trained parameters have gradients, so that an adapter&apos;s cost next to nothing. bf16 halves their memory and drops digits of small ones; fp32 costs 4 bytes a parameter and keeps the sum of many batches exact where the weights are in 16 bits.</source>
        <translation>Nur trainierte Parameter haben Gradienten; die eines Adapters kosten daher fast nichts. bf16 halbiert ihren Speicher und lässt Stellen kleiner Gradienten wegfallen; fp32 kostet 4 Byte je Parameter und hält die Summe vieler Batches genau, wenn die Gewichte in 16 Bit sind.</translation>
    </message>
    <message>
        <source>Stochastic rounding</source>
        <translation>Stochastisches Runden</translation>
    </message>
    <message>
        <source>Rounds updated 16-bit weights up or down at random, the nearer one more often.</source>
        <translation>Rundet aktualisierte 16-Bit-Gewichte zufällig auf oder ab, öfter zum näheren Wert.</translation>
    </message>
    <message>
        <source>On: small updates of 16-bit weights count; no memory, little time.</source>
        <translation>Ein: kleine Aktualisierungen von 16-Bit-Gewichten zählen; kein Speicher, wenig Zeit.</translation>
    </message>
    <message>
        <source>An update smaller than half the last digit of a weight vanishes when it is rounded to nearest; at random it has its effect on average. Makes training of 16-bit weights much better at small learning rates, costs no memory and little time, and repeats with the seed.</source>
        <translation>Eine Aktualisierung unter einer halben letzten Stelle eines Gewichts verschwindet beim Runden zum nächsten Wert; zufällig gerundet wirkt sie im Mittel. Verbessert das Training von 16-Bit-Gewichten bei kleinen Lernraten deutlich, kostet keinen Speicher und wenig Zeit und ist mit dem Seed wiederholbar.</translation>
    </message>
    <message>
        <source>Loss scale</source>
        <translation>Verlustskalierung</translation>
    </message>
    <message>
        <source>Multiplies the loss so that small gradients fit into 16 bits; 0: as the arithmetic needs.</source>
        <translation>Multipliziert den Verlust, damit kleine Gradienten in 16 Bit passen; 0: wie es die Arithmetik braucht.</translation>
    </message>
    <message>
        <source>Higher: small gradients survive, large ones overflow; neither memory nor time.</source>
        <translation>Höher: kleine Gradienten bleiben erhalten, große laufen über; weder Speicher noch Zeit.</translation>
    </message>
    <message>
        <source>Gradients are divided by it before they are used. 0 adapts it to the gradients with fp16, and sets none with bf16, which has the range. When a gradient overflows, an adapting scale leaves that step out and is halved; a fixed one, such as 1024, stays. 1 sets none. No effect on memory or time.</source>
        <translation>Gradienten werden vor Gebrauch durch sie geteilt. 0 passt sie bei fp16 den Gradienten an und setzt bei bf16 keine, weil dessen Wertebereich reicht. Läuft ein Gradient über, lässt eine angepasste Skalierung diesen Schritt aus und wird halbiert; eine feste, etwa 1024, bleibt. 1 setzt keine. Keine Wirkung auf Speicher oder Zeit.</translation>
    </message>
    <message>
        <source>Quantized base</source>
        <translation>Quantisierte Basis</translation>
    </message>
    <message>
        <source>Keeps the frozen weights of the blocks in 4 or 8 bits; adapters stay exact.</source>
        <translation>Hält die eingefrorenen Gewichte der Blöcke in 4 oder 8 Bit; Adapter bleiben genau.</translation>
    </message>
    <message>
        <source>4-bit: an eighth of the frozen weights&apos; fp32 memory; slower steps, a little less exact.</source>
        <translation>4 Bit: ein Achtel des fp32-Speichers eingefrorener Gewichte; langsamere Schritte, etwas ungenauer.</translation>
    </message>
    <message>
        <source>With NF4 the weights take an eighth of the memory of fp32 and the model loses a little quality, most of which training wins back: LoRA on it is QLoRA. int8 loses next to nothing and takes a quarter. Each product unpacks its weight first, so that steps take somewhat longer. Not for full fine-tuning, which changes these weights.</source>
        <translation>Mit NF4 brauchen die Gewichte ein Achtel des Speichers von fp32, und das Modell verliert etwas Güte, die das Training größtenteils zurückholt: LoRA darauf ist QLoRA. int8 verliert fast nichts und braucht ein Viertel. Jedes Produkt entpackt zuerst sein Gewicht, Schritte dauern daher etwas länger. Nicht für volles Fine-Tuning, das diese Gewichte ändert.</translation>
    </message>
    <message>
        <source>Block size</source>
        <translation>Blockgröße</translation>
    </message>
    <message>
        <source>Weights that share one scale: a power of two from 64 to 4096.</source>
        <translation>Gewichte, die sich eine Skala teilen: eine Zweierpotenz von 64 bis 4096.</translation>
    </message>
    <message>
        <source>Larger: saves at most half a bit a weight, and is less exact.</source>
        <translation>Größer: spart höchstens ein halbes Bit je Gewicht und ist ungenauer.</translation>
    </message>
    <message>
        <source>Larger blocks save a little memory (from 0.5 bit a weight at 64 to 0.01 at 4096, and a quarter of that with quantized scales) and are less exact, because one large weight coarsens its whole block. 64 is what QLoRA uses.</source>
        <translation>Größere Blöcke sparen etwas Speicher (von 0.5 Bit je Gewicht bei 64 bis 0.01 bei 4096, ein Viertel davon mit quantisierten Skalen) und sind ungenauer, weil ein großes Gewicht seinen ganzen Block vergröbert. QLoRA verwendet 64.</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Quantized scales</source>
        <translation>Quantisierte Skalen</translation>
    </message>
    <message>
        <source>Keeps the blocks&apos; scales in 8 bits too (double quantization).</source>
        <translation>Hält auch die Skalen der Blöcke in 8 Bit (doppelte Quantisierung).</translation>
    </message>
    <message>
        <source>On: saves over a third of a bit a weight, for a loss that is hard to measure.</source>
        <translation>Ein: spart über ein Drittel Bit je Gewicht, bei kaum messbarer Einbuße.</translation>
    </message>
    <message>
        <source>Saves 0.37 bit a weight at blocks of 64, about 0.3 GiB for a model of 7 billion, for a loss of quality that is hard to measure.</source>
        <translation>Spart bei 64er-Blöcken 0.37 Bit je Gewicht, etwa 0.3 GiB bei einem Modell mit 7 Milliarden Parametern, bei kaum messbarer Einbuße an Güte.</translation>
    </message>
    <message>
        <source>32-bit (fp32)</source>
        <translation>32 Bit (fp32)</translation>
    </message>
    <message>
        <source>16-bit (bf16)</source>
        <translation>16 Bit (bf16)</translation>
    </message>
    <message>
        <source>16-bit (fp16)</source>
        <translation>16 Bit (fp16)</translation>
    </message>
    <message>
        <source>Same as the weights</source>
        <translation>Wie die Gewichte</translation>
    </message>
    <message>
        <source>4-bit (NF4)</source>
        <translation>4 Bit (NF4)</translation>
    </message>
    <message>
        <source>4-bit (FP4)</source>
        <translation>4 Bit (FP4)</translation>
    </message>
    <message>
        <source>8-bit (int8)</source>
        <translation>8 Bit (int8)</translation>
    </message>
    <message>
        <source>NEFTune noise</source>
        <translation>NEFTune-Rauschen</translation>
    </message>
    <message>
        <source>Uniform noise on the embedded tokens while training (arXiv:2310.05914); 0 adds none.</source>
        <translation>Gleichverteiltes Rauschen auf den eingebetteten Token beim Training (arXiv:2310.05914); 0: keines.</translation>
    </message>
    <message>
        <source>5 to 15: longer, better liked chat answers; neither memory nor time.</source>
        <translation>5 bis 15: längere, beliebtere Chat-Antworten; weder Speicher noch Zeit.</translation>
    </message>
    <message>
        <source>5 to 15 made answers of chat models longer and better liked; it tells little in validation losses. Each number gets at most alpha / √(tokens · hidden size). Costs next to nothing.</source>
        <translation>5 bis 15 machte Antworten von Chat-Modellen länger und beliebter; im Validierungsverlust zeigt es sich kaum. Auf jede Zahl kommt höchstens Alpha / √(Token · Breite). Kostet fast nichts.</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Label-Glättung</translation>
    </message>
    <message>
        <source>Share of the target that is spread evenly over all tokens, or classes; 0: none.</source>
        <translation>Anteil des Zielwerts, der gleichmäßig auf alle Token oder Klassen verteilt wird; 0: keiner.</translation>
    </message>
    <message>
        <source>Higher: less sure of itself, milder on noisy labels; costs nothing.</source>
        <translation>Höher: weniger selbstsicher, milder bei verrauschten Labels; kostet nichts.</translation>
    </message>
    <message>
        <source>0.1 keeps a model from being too sure, which helps classifiers on noisy labels. The training loss includes it and is higher for it; the validation loss does not.</source>
        <translation>0.1 verhindert, dass sich ein Modell zu sicher ist; das hilft Klassifikatoren bei verrauschten Labels. Der Trainingsverlust enthält die Glättung und ist deshalb höher; der Validierungsverlust enthält sie nicht.</translation>
    </message>
    <message>
        <source>z-loss</source>
        <translation>z-Loss</translation>
    </message>
    <message>
        <source>Times the square of log Σ exp(logits), added to the loss (arXiv:2204.02311); 0: none.</source>
        <translation>Faktor des Quadrats von log Σ exp(logits), das zum Verlust addiert wird (arXiv:2204.02311); 0: aus.</translation>
    </message>
    <message>
        <source>Higher: logits nearer to zero, steadier in low precision; costs next to nothing.</source>
        <translation>Höher: Logits näher an null, stabiler bei niedriger Präzision; kostet fast nichts.</translation>
    </message>
    <message>
        <source>1e-4 holds the logits near zero, which steadies full fine-tuning in low precision. The training loss includes it, the validation loss does not.</source>
        <translation>1e-4 hält die Logits nahe null; das stabilisiert volles Fine-Tuning bei niedriger Präzision. Der Trainingsverlust enthält den Term, der Validierungsverlust nicht.</translation>
    </message>
    <message>
        <source>Averaged weights</source>
        <translation>Gemittelte Gewichte</translation>
    </message>
    <message>
        <source>Share of the old in a moving average of the weights, which is evaluated and exported; 0: off.</source>
        <translation>Anteil des alten Werts am gleitenden Mittel der Gewichte, das ausgewertet und exportiert wird; 0: aus.</translation>
    </message>
    <message>
        <source>Nearer to 1: smooth over more steps; one more copy of what trains in memory.</source>
        <translation>Näher an 1: Glättung über mehr Schritte; eine weitere Kopie von allem Trainierten im Speicher.</translation>
    </message>
    <message>
        <source>0.99 averages over about a hundred steps, 0.999 over a thousand. Smooths out the last steps&apos; noise, which helps most at a constant rate. Costs one more copy of everything that trains, also in checkpoints.</source>
        <translation>0.99 mittelt über etwa hundert Schritte, 0.999 über tausend. Glättet das Rauschen der letzten Schritte, was bei konstanter Rate am meisten hilft. Kostet eine weitere Kopie von allem Trainierten, auch in Checkpoints.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Ends the run after this many optimizer steps; 0 sets no limit.</source>
        <translation>Beendet den Lauf nach so vielen Optimierungsschritten; 0 setzt keine Grenze.</translation>
    </message>
    <message>
        <source>More: time in proportion; better, until it memorises. Memory stays.</source>
        <translation>Mehr: Zeit proportional; besser, bis auswendig gelernt wird. Speicher bleibt.</translation>
    </message>
    <message>
        <source>Time grows in proportion. Of epochs, steps, tokens and minutes the first that is reached ends the run.</source>
        <translation>Die Zeit wächst proportional. Von Epochen, Schritten, Token und Minuten beendet die zuerst erreichte Grenze den Lauf.</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Ends the run after the model has read this many tokens; 0 sets no limit.</source>
        <translation>Beendet den Lauf, sobald das Modell so viele Token gelesen hat; 0 setzt keine Grenze.</translation>
    </message>
    <message>
        <source>A budget that compares runs of different batch sizes fairly: each model has read as much. Time grows in proportion, memory does not.</source>
        <translation>Ein Budget, das Läufe verschiedener Batch-Größen fair vergleicht: Jedes Modell hat gleich viel gelesen. Die Zeit wächst proportional, der Speicher nicht.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Ends the run after this much training time; 0 sets no limit.</source>
        <translation>Beendet den Lauf nach dieser Trainingszeit; 0 setzt keine Grenze.</translation>
    </message>
    <message>
        <source>More: more steps, so better until it memorises. Memory stays.</source>
        <translation>Mehr: mehr Schritte, also besser, bis auswendig gelernt wird. Speicher bleibt.</translation>
    </message>
    <message>
        <source>Pauses do not count. With a time limit the number of steps, and so the result, depends on the machine.</source>
        <translation>Pausen zählen nicht. Bei einer Zeitgrenze hängt die Zahl der Schritte und damit das Ergebnis vom Rechner ab.</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>Keep every</source>
        <translation>Behalten alle</translation>
    </message>
    <message>
        <source>How many blocks are computed again together.</source>
        <translation>Wie viele Blöcke gemeinsam neu berechnet werden.</translation>
    </message>
    <message>
        <source>2 or 3 need least memory in deep models, more need more; time stays.</source>
        <translation>2 oder 3: am wenigsten Speicher in tiefen Modellen, darüber mehr; Zeit bleibt gleich.</translation>
    </message>
    <message>
        <source>Kept are the inputs of every so many blocks, and the activations of so many while backward is in them. A block keeps ten to twenty times its input: 2 or 3 need least in deep models, more need more; the estimate tells. Neither result nor time change.</source>
        <translation>Behalten werden die Eingaben im Abstand von so vielen Blöcken und, solange der Rückwärtsdurchlauf in ihnen ist, die Aktivierungen von so vielen. Ein Block behält das Zehn- bis Zwanzigfache seiner Eingabe: 2 oder 3 brauchen in tiefen Modellen am wenigsten, höhere Werte mehr; die Schätzung zeigt es. Ergebnis und Zeit bleiben gleich.</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>Update in the backward pass</source>
        <translation>Im Rückwärtsdurchlauf ändern</translation>
    </message>
    <message>
        <source>Changes each weight as soon as its gradient is known, instead of all at the end.</source>
        <translation>Ändert jedes Gewicht, sobald sein Gradient bekannt ist, statt alle am Ende.</translation>
    </message>
    <message>
        <source>On: gradients take next to no memory in full fine-tuning; same time and result.</source>
        <translation>Ein: Bei vollem Fine-Tuning brauchen Gradienten fast keinen Speicher; Zeit und Ergebnis bleiben gleich.</translation>
    </message>
    <message>
        <source>Only one tensor&apos;s gradient exists at a time: full fine-tuning saves nearly as much memory as its weights take. What a method adds is updated at the end as ever, so that adapters save nothing. The result is that of plain steps. Needs an accumulation of 1, no gradient clipping and no loss scale that adapts itself.</source>
        <translation>Es gibt stets nur den Gradienten eines Tensors: Volles Fine-Tuning spart fast so viel Speicher, wie seine Gewichte belegen. Was eine Methode hinzufügt, wird wie sonst am Ende geändert, sodass Adapter nichts sparen. Das Ergebnis ist das gewöhnlicher Schritte. Erfordert eine Akkumulation von 1, keine Gradientenbegrenzung und keine sich selbst anpassende Verlustskalierung.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>How often the run reads all training examples; 0 sets no limit.</source>
        <translation>Wie oft der Lauf alle Trainingsbeispiele liest; 0 setzt keine Grenze.</translation>
    </message>
    <message>
        <source>Time grows in proportion. Small data sets are memorised after a few epochs: watch the validation loss.</source>
        <translation>Die Zeit wächst proportional. Kleine Datensätze sind nach wenigen Epochen auswendig gelernt: den Validierungsverlust beobachten.</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>Durchgänge</translation>
    </message>
    <message>
        <source>Sequences that are computed at once; with packing, full rows of the maximum length.</source>
        <translation>Sequenzen, die zugleich berechnet werden; beim Packen volle Zeilen der Höchstlänge.</translation>
    </message>
    <message>
        <source>Higher: activation memory in proportion, steadier gradients, fewer steps an epoch.</source>
        <translation>Höher: Speicher für Aktivierungen proportional dazu, ruhigere Gradienten, weniger Schritte je Epoche.</translation>
    </message>
    <message>
        <source>Memory for activations grows in proportion. Larger batches use the machine better and give steadier gradients, but fewer steps an epoch.</source>
        <translation>Der Speicher für Aktivierungen wächst proportional. Größere Batches lasten den Rechner besser aus und ergeben ruhigere Gradienten, aber weniger Schritte je Epoche.</translation>
    </message>
    <message>
        <source>Group by length</source>
        <translation>Nach Länge gruppieren</translation>
    </message>
    <message>
        <source>Puts examples of similar length into one batch.</source>
        <translation>Fasst Beispiele ähnlicher Länge zu Batches zusammen.</translation>
    </message>
    <message>
        <source>On: less padding, so less time; the order is a little less random.</source>
        <translation>Ein: weniger Padding, also weniger Zeit; die Reihenfolge ist etwas weniger zufällig.</translation>
    </message>
    <message>
        <source>Evens out the memory that batches need when packing is off. The order of the data is a little less random.</source>
        <translation>Gleicht den Speicherbedarf der Batches an, wenn nicht gepackt wird. Die Reihenfolge der Daten ist etwas weniger zufällig.</translation>
    </message>
    <message>
        <source>Accumulation</source>
        <translation>Akkumulation</translation>
    </message>
    <message>
        <source>Batches whose gradients add up to one optimizer step.</source>
        <translation>Batches, deren Gradienten summiert einen Optimierungsschritt ergeben.</translation>
    </message>
    <message>
        <source>Higher: a larger batch at the same memory; a step takes longer in proportion.</source>
        <translation>Höher: größerer Batch bei gleichem Speicher; ein Schritt dauert proportional länger.</translation>
    </message>
    <message>
        <source>The effect of a larger batch without its memory: a step takes that many times as long. Every counted token of the step has the same weight.</source>
        <translation>Wirkt wie ein größerer Batch ohne dessen Speicherbedarf: Ein Schritt dauert um diesen Faktor länger. Jedes gezählte Token des Schritts hat dasselbe Gewicht.</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>Gradientenbegrenzung</translation>
    </message>
    <message>
        <source>Scales the gradient down when its norm is larger than this; 0 clips nothing.</source>
        <translation>Verkleinert den Gradienten, wenn seine Norm größer als dieser Wert ist; 0 begrenzt nichts.</translation>
    </message>
    <message>
        <source>Lower: steadier; far below the usual norm, slower to learn. Costs next to nothing.</source>
        <translation>Niedriger: ruhiger; weit unter der üblichen Norm langsameres Lernen. Kostet fast nichts.</translation>
    </message>
    <message>
        <source>Keeps one odd batch from throwing the weights off. A limit far below the usual norm slows learning.</source>
        <translation>Schützt die Gewichte vor einzelnen Ausreißer-Batches. Eine Grenze weit unter der üblichen Norm bremst das Lernen.</translation>
    </message>
    <message>
        <source>Gradient checkpointing</source>
        <translation>Gradient Checkpointing</translation>
    </message>
    <message>
        <source>Computes activations again in the backward pass instead of keeping them.</source>
        <translation>Berechnet Aktivierungen im Rückwärtsdurchlauf neu, statt sie zu behalten.</translation>
    </message>
    <message>
        <source>On: saves most of the activations&apos; memory for about a third more time; same result.</source>
        <translation>Ein: spart den Großteil des Speichers für Aktivierungen; etwa ein Drittel mehr Zeit, gleiches Ergebnis.</translation>
    </message>
    <message>
        <source>Saves most of the activations&apos; memory and costs about a third more time. The result is the same.</source>
        <translation>Spart den Großteil des Speichers für Aktivierungen und kostet etwa ein Drittel mehr Zeit. Das Ergebnis ist dasselbe.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Every block</source>
        <translation>Jeder Block</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Konstant</translation>
    </message>
    <message>
        <source>The same rate throughout, after a warm-up if one is wanted.</source>
        <translation>Durchgehend dieselbe Rate, auf Wunsch nach einer Aufwärmphase.</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Rises during warm-up, then falls along half a cosine to the minimum.</source>
        <translation>Steigt in der Aufwärmphase, fällt dann entlang eines halben Kosinus zum Minimum.</translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation>Zyklen</translation>
    </message>
    <message>
        <source>How often the rate falls from its full height.</source>
        <translation>Wie oft die Rate von ihrer vollen Höhe abfällt.</translation>
    </message>
    <message>
        <source>More: the weights are shaken more often; costs nothing.</source>
        <translation>Mehr: Die Gewichte werden öfter aufgerüttelt; kostet nichts.</translation>
    </message>
    <message>
        <source>Each restart shakes the weights out of where they have settled; the end of each cycle is a good moment to compare.</source>
        <translation>Jeder Neustart rüttelt die Gewichte aus ihrer Ruhelage; das Ende jedes Zyklus ist ein guter Zeitpunkt zum Vergleichen.</translation>
    </message>
    <message>
        <source>Cosine with restarts</source>
        <translation>Kosinus mit Neustarts</translation>
    </message>
    <message>
        <source>Rises during warm-up, then falls along half a cosine again and again.</source>
        <translation>Steigt in der Aufwärmphase, fällt dann immer wieder entlang eines halben Kosinus.</translation>
    </message>
    <message>
        <source>Inverse square root</source>
        <translation>Inverse Wurzel</translation>
    </message>
    <message>
        <source>Rises during warm-up, then falls as 1/√t: slower and slower, without an end.</source>
        <translation>Steigt in der Aufwärmphase, fällt dann wie 1/√t: immer langsamer, ohne Ende.</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Rises during warm-up, then falls in a straight line to the minimum.</source>
        <translation>Steigt in der Aufwärmphase, fällt dann geradlinig zum Minimum.</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Exponent</translation>
    </message>
    <message>
        <source>1 falls in a straight line; above 1 the rate falls early and ends gently.</source>
        <translation>Bei 1 fällt die Rate geradlinig; über 1 fällt sie früh und läuft sanft aus.</translation>
    </message>
    <message>
        <source>Higher: low rates earlier, a gentler end; costs nothing.</source>
        <translation>Höher: früher niedrige Raten, sanfteres Ende; kostet nichts.</translation>
    </message>
    <message>
        <source>2 spends most of the run at low rates, 0.5 most of it at high ones. Costs neither memory nor time.</source>
        <translation>Mit 2 verläuft der größte Teil des Laufs bei niedrigen Raten, mit 0.5 bei hohen. Kostet weder Speicher noch Zeit.</translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation>Polynomial</translation>
    </message>
    <message>
        <source>Rises during warm-up, then falls along a power of a line to the minimum.</source>
        <translation>Steigt in der Aufwärmphase, fällt dann als Potenz einer Geraden zum Minimum.</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Aufwärmphase</translation>
    </message>
    <message>
        <source>Share of the run over which the rate rises from 0.</source>
        <translation>Anteil des Laufs, über den die Rate von 0 an steigt.</translation>
    </message>
    <message>
        <source>Longer: a steadier start, fewer steps at the full rate; costs nothing.</source>
        <translation>Länger: ruhigerer Anfang, weniger Schritte mit voller Rate; kostet nichts.</translation>
    </message>
    <message>
        <source>A rise of 3 to 10 % keeps the first steps, whose gradients are the least reliable, from spoiling a pretrained model. 0 starts at the full rate.</source>
        <translation>Ein Anstieg über 3 bis 10 % verhindert, dass die ersten Schritte, deren Gradienten am wenigsten verlässlich sind, ein vortrainiertes Modell verderben. 0 beginnt mit voller Rate.</translation>
    </message>
    <message>
        <source>of the run</source>
        <translation>des Laufs</translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <translation>Aufwärmschritte</translation>
    </message>
    <message>
        <source>Optimizer steps of warm-up; 0 takes the share of the run instead.</source>
        <translation>Optimierungsschritte der Aufwärmphase; bei 0 gilt stattdessen der Anteil des Laufs.</translation>
    </message>
    <message>
        <source>More: a steadier start, fewer steps at the full rate; costs nothing.</source>
        <translation>Mehr: ruhigerer Anfang, weniger Schritte mit voller Rate; kostet nichts.</translation>
    </message>
    <message>
        <source>A fixed number makes runs of different length start alike. Optimizers with running means want some 100 steps before these mean much.</source>
        <translation>Mit fester Zahl beginnen Läufe verschiedener Länge gleich. Optimierer mit gleitenden Mitteln brauchen rund 100 Schritte, bis diese aussagekräftig sind.</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Share of the learning rate that is left at the end of the run.</source>
        <translation>Anteil der Lernrate, der am Ende des Laufs übrig ist.</translation>
    </message>
    <message>
        <source>Higher: keeps learning to the end, settles less; costs nothing.</source>
        <translation>Höher: lernt bis zum Ende, kommt weniger zur Ruhe; kostet nichts.</translation>
    </message>
    <message>
        <source>0 lets the run settle; 0.1 keeps it learning, which helps when it may be continued.</source>
        <translation>0 lässt den Lauf zur Ruhe kommen; mit 0.1 lernt er weiter, was hilft, wenn er vielleicht fortgesetzt wird.</translation>
    </message>
    <message>
        <source>of the rate</source>
        <translation>der Rate</translation>
    </message>
    <message>
        <source>Decay</source>
        <translation>Abfall</translation>
    </message>
    <message>
        <source>Share of the run, at its end, over which the rate falls.</source>
        <translation>Anteil am Ende des Laufs, über den die Rate fällt.</translation>
    </message>
    <message>
        <source>Longer: settles more gently, less time at the full rate; costs nothing.</source>
        <translation>Länger: kommt sanfter zur Ruhe, weniger Zeit mit voller Rate; kostet nichts.</translation>
    </message>
    <message>
        <source>Until it begins, the run can be prolonged at will. 10 to 20 % are usual; most of the gain comes within it.</source>
        <translation>Bis zum Abfall lässt sich der Lauf beliebig verlängern. Üblich sind 10 bis 20 %; der größte Teil des Gewinns fällt in diese Zeit.</translation>
    </message>
    <message>
        <source>Shape of the decay</source>
        <translation>Form des Abfalls</translation>
    </message>
    <message>
        <source>How the rate falls.</source>
        <translation>Wie die Rate fällt.</translation>
    </message>
    <message>
        <source>Steep first did best in comparisons; costs nothing.</source>
        <translation>Anfangs steil schnitt in Vergleichen am besten ab; kostet nichts.</translation>
    </message>
    <message>
        <source>1 − √ falls fastest at first and did best where shapes were compared. No difference in memory or time.</source>
        <translation>1 − √ fällt anfangs am schnellsten und schnitt in Vergleichen der Formen am besten ab. Kein Unterschied bei Speicher oder Zeit.</translation>
    </message>
    <message>
        <source>Warm-up, stable, decay</source>
        <translation>Aufwärmphase, stabil, Abfall</translation>
    </message>
    <message>
        <source>Rises during warm-up, stays at the full rate, and falls to the minimum at the end.</source>
        <translation>Steigt in der Aufwärmphase, bleibt auf voller Rate und fällt am Ende zum Minimum.</translation>
    </message>
    <message>
        <source>1 − √: steep first</source>
        <translation>1 − √: anfangs steil</translation>
    </message>
    <message>
        <source>What the study is called; its folder is named after it.</source>
        <translation>Wie die Studie heißt; ihr Ordner trägt denselben Namen.</translation>
    </message>
    <message>
        <source>A study of the same name goes on where it was: runs that are done are not repeated.</source>
        <translation>Eine Studie gleichen Namens geht dort weiter, wo sie stand: Fertige Läufe werden nicht wiederholt.</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Vergleichsbasis</translation>
    </message>
    <message>
        <source>The method that all others are compared with; empty for the first.</source>
        <translation>Die Methode, mit der alle anderen verglichen werden; leer: die erste.</translation>
    </message>
    <message>
        <source>Choose it before the runs. The fewer comparisons, the smaller the difference that can be shown: against one baseline there are as many as there are other methods.</source>
        <translation>Vor den Läufen wählen. Je weniger Vergleiche, desto kleinere Unterschiede lassen sich nachweisen: Gegen eine Vergleichsbasis sind es so viele, wie es andere Methoden gibt.</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Seeds</translation>
    </message>
    <message>
        <source>Runs of each method, each with another seed.</source>
        <translation>Läufe je Methode, jeder mit einem anderen Seed.</translation>
    </message>
    <message>
        <source>With one seed the result holds for these trained models only. Three show large differences, five and more show smaller ones and hold for new seeds as well.</source>
        <translation>Mit einem Seed gilt das Ergebnis nur für diese trainierten Modelle. Drei zeigen große Unterschiede, fünf und mehr auch kleinere, und das Ergebnis gilt auch für neue Seeds.</translation>
    </message>
    <message>
        <source>First seed</source>
        <translation>Erster Seed</translation>
    </message>
    <message>
        <source>The others follow it: 42, 43, 44, …</source>
        <translation>Die übrigen folgen ihm: 42, 43, 44, …</translation>
    </message>
    <message>
        <source>Held equal</source>
        <translation>Gleich gehalten</translation>
    </message>
    <message>
        <source>What every method gets the same amount of.</source>
        <translation>Wovon jede Methode gleich viel bekommt.</translation>
    </message>
    <message>
        <source>Steps and tokens compare what methods make of the same data, time what they make of the same wait. With trainable parameters the size of each method (rank, bottleneck, virtual tokens) is chosen to match, with memory the largest micro-batch that fits.</source>
        <translation>Schritte und Token vergleichen, was Methoden aus denselben Daten machen, Zeit, was sie aus derselben Wartezeit machen. Bei trainierbaren Parametern wird die Größe jeder Methode (Rang, Bottleneck, virtuelle Token) passend gewählt, bei Speicher der größte Mikro-Batch, der hineinpasst.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Steps, tokens, parameters, GiB or minutes; 0 keeps the base&apos;s steps.</source>
        <translation>Schritte, Token, Parameter, GiB oder Minuten; 0 behält die Schritte der Basis bei.</translation>
    </message>
    <message>
        <source>In the unit of what is held equal (GiB, minutes); 0: as the base.</source>
        <translation>In der Einheit dessen, was gleich gehalten wird (GiB, Minuten); 0: wie die Basis.</translation>
    </message>
    <message>
        <source>0 is possible for steps only: then each run has the budget of the base.</source>
        <translation>0 ist nur bei Schritten möglich: Dann hat jeder Lauf das Budget der Basis.</translation>
    </message>
    <message>
        <source>Learning rates tried</source>
        <translation>Erprobte Lernraten</translation>
    </message>
    <message>
        <source>Before the race each method is tried at these multiples of its learning rate.</source>
        <translation>Vor dem Rennen durchläuft jede Methode Probeläufe mit diesen Vielfachen ihrer Lernrate.</translation>
    </message>
    <message>
        <source>The rate with the best validation loss goes into the race, so that no method loses by its default. Empty: no search. Methods with a grid over the learning rate are left out.</source>
        <translation>Die Rate mit dem besten Validierungsverlust geht ins Rennen, damit keine Methode wegen ihrer Voreinstellung verliert. Leer: keine Suche. Methoden mit einem Raster über die Lernrate bleiben davon ausgenommen.</translation>
    </message>
    <message>
        <source>Length of a try</source>
        <translation>Länge eines Probelaufs</translation>
    </message>
    <message>
        <source>of a run</source>
        <translation>eines Laufs</translation>
    </message>
    <message>
        <source>As a share of the race&apos;s runs.</source>
        <translation>Als Anteil eines Laufs im Rennen.</translation>
    </message>
    <message>
        <source>Short tries favour high rates a little; below a tenth the warm-up is most of the run.</source>
        <translation>Kurze Probeläufe begünstigen hohe Raten etwas; unter einem Zehntel überwiegt die Aufwärmphase.</translation>
    </message>
    <message>
        <source>Held-out data</source>
        <translation>Zurückgehaltene Daten</translation>
    </message>
    <message>
        <source>Examples that decide the race; empty for the validation file.</source>
        <translation>Beispiele, die das Rennen entscheiden; leer: die Validierungsdatei.</translation>
    </message>
    <message>
        <source>Better examples that neither the search of learning rates nor the choice of the best checkpoint has seen, for those follow the validation data.</source>
        <translation>Besser Beispiele, die weder die Ratensuche noch die Wahl des besten Checkpoints gesehen hat, denn diese richten sich nach den Validierungsdaten.</translation>
    </message>
    <message>
        <source>General text</source>
        <translation>Allgemeiner Text</translation>
    </message>
    <message>
        <source>Text of another kind: how much worse the model gets on it is what it forgets.</source>
        <translation>Text anderer Art: Um wie viel das Modell darauf schlechter wird, ist das, was es vergisst.</translation>
    </message>
    <message>
        <source>Measured before training and after. Empty: not measured.</source>
        <translation>Gemessen vor und nach dem Training. Leer: keine Messung.</translation>
    </message>
    <message>
        <source>Training sample</source>
        <translation>Trainingsstichprobe</translation>
    </message>
    <message>
        <source>Training examples that are measured afterwards: how much better they are than held-out ones is overfitting.</source>
        <translation>Trainingsbeispiele, die danach gemessen werden: Um wie viel sie besser sind als zurückgehaltene, ist Überanpassung.</translation>
    </message>
    <message>
        <source>0: not measured.</source>
        <translation>0: keine Messung.</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Longest run</source>
        <translation>Längster Lauf</translation>
    </message>
    <message>
        <source>A run ends after this time, whatever is left of it; 0 sets no limit.</source>
        <translation>Ein Lauf endet nach dieser Zeit, gleich, was noch fehlt; 0 setzt keine Grenze.</translation>
    </message>
    <message>
        <source>Where it cuts methods short, they did not get the same amount; the report says so.</source>
        <translation>Wo die Grenze Methoden verkürzt, bekamen diese nicht gleich viel; der Bericht vermerkt es.</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Time for all</source>
        <translation>Zeit für alle</translation>
    </message>
    <message>
        <source>0: no limit for a run.</source>
        <translation>0: kein Limit je Lauf.</translation>
    </message>
    <message>
        <source>0: no limit for all runs.</source>
        <translation>0: kein Limit für alle Läufe.</translation>
    </message>
    <message>
        <source>After this time no further run starts; 0 sets no limit.</source>
        <translation>Nach dieser Zeit beginnt kein weiterer Lauf; 0 setzt keine Grenze.</translation>
    </message>
    <message>
        <source>Runs go seed by seed through all methods, so that a study that was cut short is still a comparison.</source>
        <translation>Die Läufe gehen Seed für Seed durch alle Methoden, sodass auch eine verkürzte Studie noch ein Vergleich ist.</translation>
    </message>
    <message>
        <source>Trainable parameters</source>
        <translation>Trainierbare Parameter</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Chat messages</source>
        <translation>Chat-Nachrichten</translation>
    </message>
    <message>
        <source>Conversations (ShareGPT)</source>
        <translation>Gespräche (ShareGPT)</translation>
    </message>
    <message>
        <source>Prompt and completion</source>
        <translation>Prompt und Vervollständigung</translation>
    </message>
    <message>
        <source>Instruction and output (Alpaca)</source>
        <translation>Anweisung und Ausgabe (Alpaca)</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>Text and label</source>
        <translation>Text und Label</translation>
    </message>
    <message>
        <source>AdapterHub adapter (adapter_config.json, pytorch_adapter.bin, adapter.safetensors)</source>
        <translation>AdapterHub-Adapter (adapter_config.json, pytorch_adapter.bin, adapter.safetensors)</translation>
    </message>
    <message>
        <source>Small; loaded beside the base model by AdapterHub&apos;s adapters library.</source>
        <translation>Klein; wird von AdapterHubs Bibliothek adapters zusätzlich zum Basismodell geladen.</translation>
    </message>
    <message>
        <source>GGUF adapter (adapter.gguf)</source>
        <translation>GGUF-Adapter (adapter.gguf)</translation>
    </message>
    <message>
        <source>A LoRA for llama.cpp, Ollama and LM Studio; loaded beside the GGUF file of the base model.</source>
        <translation>Ein LoRA für llama.cpp, Ollama und LM Studio; wird zusätzlich zur GGUF-Datei des Basismodells geladen.</translation>
    </message>
    <message>
        <source>GGUF model (model.gguf: weights, tokenizer and chat template)</source>
        <translation>GGUF-Modell (model.gguf: Gewichte, Tokenizer und Chat-Vorlage)</translation>
    </message>
    <message>
        <source>One file for llama.cpp, Ollama, LM Studio and others; q8_0 takes a quarter of the space of f32.</source>
        <translation>Eine Datei für llama.cpp, Ollama, LM Studio und andere; q8_0 braucht ein Viertel des Platzes von f32.</translation>
    </message>
    <message>
        <source>Merged model (config.json, model.safetensors, tokenizer)</source>
        <translation>Verschmolzenes Modell (config.json, model.safetensors, Tokenizer)</translation>
    </message>
    <message>
        <source>As large as the base model; loaded like any other model, without PEFT.</source>
        <translation>So groß wie das Basismodell; wird wie jedes andere Modell ohne PEFT geladen.</translation>
    </message>
    <message>
        <source>PEFT adapter (adapter_config.json, adapter_model.safetensors)</source>
        <translation>PEFT-Adapter (adapter_config.json, adapter_model.safetensors)</translation>
    </message>
    <message>
        <source>Small; loaded beside the base model by PEFT, transformers, vLLM and others.</source>
        <translation>Klein; wird von PEFT, transformers, vLLM und anderen zusätzlich zum Basismodell geladen.</translation>
    </message>
    <message>
        <source>pyreft interventions (config.json, intkey_….bin)</source>
        <translation>pyreft-Interventionen (config.json, intkey_….bin)</translation>
    </message>
    <message>
        <source>Very small; loaded beside the base model by pyreft, which asks for the positions again.</source>
        <translation>Sehr klein; wird von pyreft, das erneut nach den Positionen fragt, zusätzlich zum Basismodell geladen.</translation>
    </message>
    <message>
        <source>a table with a value a line</source>
        <translation>Tabelle mit einem Wert je Zeile</translation>
    </message>
    <message>
        <source>a JSON object a value</source>
        <translation>JSON mit einem Objekt je Wert</translation>
    </message>
    <message>
        <source>a folder for `mlflow ui --backend-store-uri`</source>
        <translation>Ordner für `mlflow ui --backend-store-uri`</translation>
    </message>
    <message>
        <source>a folder of event files, for `tensorboard --logdir`</source>
        <translation>Ordner mit Ereignisdateien für `tensorboard --logdir`</translation>
    </message>
    <message>
        <source>fp32</source>
        <translation>fp32</translation>
    </message>
    <message>
        <source>mixed bf16</source>
        <translation>bf16 gemischt</translation>
    </message>
    <message>
        <source>bf16</source>
        <translation>bf16</translation>
    </message>
    <message>
        <source>int8 base</source>
        <translation>int8-Basis</translation>
    </message>
    <message>
        <source>NF4 base</source>
        <translation>NF4-Basis</translation>
    </message>
    <message>
        <source>quantized weights</source>
        <translation>quantisierte Gewichte</translation>
    </message>
    <message>
        <source>codes and scales of the blocks&apos; weights</source>
        <translation>Codes und Skalen der Gewichte der Blöcke</translation>
    </message>
    <message>
        <source>averaged weights</source>
        <translation>gemittelte Gewichte</translation>
    </message>
    <message>
        <source>of every trained tensor</source>
        <translation>jedes trainierten Tensors</translation>
    </message>
    <message>
        <source>workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>of the accelerator&apos;s matrix products</source>
        <translation>für Matrixprodukte des Beschleunigers</translation>
    </message>
    <message>
        <source>optimizer states</source>
        <translation>Optimiererzustände</translation>
    </message>
    <message>
        <source>of every trained tensor, from the second step on</source>
        <translation>jedes trainierten Tensors, ab dem zweiten Schritt</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>tokens, positions, labels, rotations</source>
        <translation>Token, Positionen, Labels, Rotationen</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>Gradienten</translation>
    </message>
    <message>
        <source>of what trains, as far as backward has come</source>
        <translation>für Trainiertes, so weit rückwärts gerechnet ist</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>what blocks keep for backward, and the block that is computed</source>
        <translation>was Blöcke für den Rückwärtsdurchlauf behalten, und der gerade berechnete Block</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>logits of 256 rows at a time, hidden rows and their gradient</source>
        <translation>Logits von je 256 Zeilen, Zeilen der letzten Schicht und deren Gradient</translation>
    </message>
    <message>
        <source>temporaries</source>
        <translation>Zwischenwerte</translation>
    </message>
    <message>
        <source>what is only passing: gradients of activations, copies in other types</source>
        <translation>nur Vorübergehendes: Gradienten von Aktivierungen, Kopien in anderen Typen</translation>
    </message>
    <message>
        <source>rounding</source>
        <translation>Aufrundung</translation>
    </message>
    <message>
        <source>that the allocator adds to each block</source>
        <translation>die der Allokator auf jeden Block aufschlägt</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>loading and quantizing</source>
        <translation>Laden und Quantisieren</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>Vorwärtsdurchlauf</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>Rückwärtsdurchlauf</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>sampling</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>exporting</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>QLoRA</source>
        <translation>QLoRA</translation>
    </message>
    <message>
        <source>QDoRA</source>
        <translation>QDoRA</translation>
    </message>
    <message>
        <source>Which method the run uses.</source>
        <translation>Welche Methode der Lauf verwendet.</translation>
    </message>
    <message>
        <source>Which optimizer the run uses.</source>
        <translation>Welchen Optimierer der Lauf verwendet.</translation>
    </message>
    <message>
        <source>Which schedule the run uses.</source>
        <translation>Welchen Verlauf der Lernrate der Lauf verwendet.</translation>
    </message>
    <message>
        <source>16 GiB</source>
        <translation>16 GiB</translation>
    </message>
    <message>
        <source>A model of 8 billion parameters in 4 bits with an adapter: four rows of 1,024 tokens at a time, 16 a step. For a GPU, or a processor with bf16 instructions.</source>
        <translation>Ein Modell mit 8 Milliarden Parametern in 4 Bit, mit Adapter: je vier Zeilen zu 1.024 Token auf einmal, 16 je Schritt. Für eine GPU oder einen Prozessor mit bf16-Befehlen.</translation>
    </message>
    <message>
        <source>24 GiB</source>
        <translation>24 GiB</translation>
    </message>
    <message>
        <source>A model of 8 billion parameters in 16 bits with an adapter: two rows of 1,024 tokens at a time, 16 a step. For a GPU, or a processor with bf16 instructions.</source>
        <translation>Ein Modell mit 8 Milliarden Parametern in 16 Bit, mit Adapter: je zwei Zeilen zu 1.024 Token auf einmal, 16 je Schritt. Für eine GPU oder einen Prozessor mit bf16-Befehlen.</translation>
    </message>
    <message>
        <source>48 GiB</source>
        <translation>48 GiB</translation>
    </message>
    <message>
        <source>A model of 8 billion parameters in 16 bits with an adapter: eight rows of 2,048 tokens at a time, 16 a step. For a GPU, or a processor with bf16 instructions.</source>
        <translation>Ein Modell mit 8 Milliarden Parametern in 16 Bit, mit Adapter: je acht Zeilen zu 2.048 Token auf einmal, 16 je Schritt. Für eine GPU oder einen Prozessor mit bf16-Befehlen.</translation>
    </message>
    <message>
        <source>8 GiB</source>
        <translation>8 GiB</translation>
    </message>
    <message>
        <source>A model of 8 billion parameters in 4 bits with an adapter: one row of 512 tokens at a time, 16 of them a step. For a GPU, or a processor with bf16 instructions.</source>
        <translation>Ein Modell mit 8 Milliarden Parametern in 4 Bit, mit Adapter: je eine Zeile zu 512 Token auf einmal, 16 je Schritt. Für eine GPU oder einen Prozessor mit bf16-Befehlen.</translation>
    </message>
    <message>
        <source>80 GiB</source>
        <translation>80 GiB</translation>
    </message>
    <message>
        <source>A model of 8 billion parameters in 16 bits with an adapter: 16 rows of 2,048 tokens at once. For a GPU, or a processor with bf16 instructions.</source>
        <translation>Ein Modell mit 8 Milliarden Parametern in 16 Bit, mit Adapter: 16 Zeilen zu 2.048 Token zugleich. Für eine GPU oder einen Prozessor mit bf16-Befehlen.</translation>
    </message>
    <message>
        <source>Quality first</source>
        <translation>Güte zuerst</translation>
    </message>
    <message>
        <source>DoRA at rank 32: in its authors&apos; comparison better than LoRA at the same rank (78.4 against 74.7 %, eight tasks, 7 billion parameters; arXiv:2402.09353). Steps take longer and need more memory.</source>
        <translation>DoRA mit Rang 32: im Vergleich seiner Autoren besser als LoRA mit gleichem Rang (78.4 gegen 74.7 %, acht Aufgaben, 7 Milliarden Parameter; arXiv:2402.09353). Schritte dauern länger und brauchen mehr Speicher.</translation>
    </message>
    <message>
        <source>The usual choice</source>
        <translation>Die übliche Wahl</translation>
    </message>
    <message>
        <source>LoRA on every linear map, rank 16, three passes over the data: little memory, hardly slower than anything else, and the result merges into the model.</source>
        <translation>LoRA auf jeder linearen Abbildung, Rang 16, drei Durchgänge über die Daten: wenig Speicher, kaum langsamer als alles andere, und das Ergebnis lässt sich mit dem Modell verschmelzen.</translation>
    </message>
    <message>
        <source>Train everything</source>
        <translation>Alles trainieren</translation>
    </message>
    <message>
        <source>Full fine-tuning: the most capable, and 16 bytes of memory for each parameter where LoRA needs 4. For small models, or where LoRA has been shown to fall behind.</source>
        <translation>Volles Fine-Tuning: am leistungsfähigsten, aber 16 Byte Speicher je Parameter, wo LoRA 4 braucht. Für kleine Modelle oder wo LoRA nachweislich zurückbleibt.</translation>
    </message>
    <message>
        <source>A first look</source>
        <translation>Ein erster Blick</translation>
    </message>
    <message>
        <source>100 steps of a small LoRA: shows within minutes whether data and template are right, before a long run is worth its time.</source>
        <translation>100 Schritte eines kleinen LoRA: zeigt in Minuten, ob Daten und Chat-Vorlage stimmen, bevor sich ein langer Lauf lohnt.</translation>
    </message>
    <message>
        <source>Little data</source>
        <translation>Wenige Daten</translation>
    </message>
    <message>
        <source>For a few hundred examples, which are memorised soon: a small rank and dropout work against it, and frequent evaluations show when it begins. Give it validation data.</source>
        <translation>Für einige Hundert Beispiele, die bald auswendig gelernt sind: Kleiner Rang und Dropout wirken dem entgegen, und häufige Auswertungen zeigen, wann es beginnt. Validierungsdaten angeben.</translation>
    </message>
    <message>
        <source>The smallest file</source>
        <translation>Die kleinste Datei</translation>
    </message>
    <message>
        <source>LoReFT trains about 0.03 % of a model of 7 billion parameters, some MiB in a file, and costs no time while answers are generated. It does not merge into the model.</source>
        <translation>LoReFT trainiert rund 0.03 % eines Modells mit 7 Milliarden Parametern, einige MiB als Datei, und kostet beim Erzeugen von Antworten keine Zeit. Es lässt sich nicht mit dem Modell verschmelzen.</translation>
    </message>
    <message>
        <source>No model is chosen</source>
        <translation>Kein Modell gewählt</translation>
    </message>
    <message>
        <source>Choose the folder of a model.</source>
        <translation>Den Ordner eines Modells wählen.</translation>
    </message>
    <message>
        <source>No training data is chosen</source>
        <translation>Keine Trainingsdaten gewählt</translation>
    </message>
    <message>
        <source>Choose at least one data file.</source>
        <translation>Mindestens eine Datei mit Daten wählen.</translation>
    </message>
    <message>
        <source>The model folder %1 does not exist</source>
        <translation>Den Modellordner %1 gibt es nicht</translation>
    </message>
    <message>
        <source>Choose a folder with config.json, model.safetensors and tokenizer.json.</source>
        <translation>Einen Ordner mit config.json, model.safetensors und tokenizer.json wählen.</translation>
    </message>
    <message>
        <source>%1 has its weights only in pytorch_model.bin, which is never read: such files can run programs</source>
        <translation>%1 hat seine Gewichte nur in pytorch_model.bin, das nie gelesen wird: Solche Dateien können Programme ausführen</translation>
    </message>
    <message>
        <source>Convert them to safetensors, or take a copy of the model that has model.safetensors.</source>
        <translation>Sie in safetensors umwandeln oder eine Kopie des Modells mit model.safetensors nehmen.</translation>
    </message>
    <message>
        <source>%1 has no model.safetensors</source>
        <translation>In %1 fehlt model.safetensors</translation>
    </message>
    <message>
        <source>Download the missing weights, or start from random weights.</source>
        <translation>Die fehlenden Gewichte herunterladen oder mit zufälligen Gewichten beginnen.</translation>
    </message>
    <message>
        <source>%1 has no tokenizer.json, and nothing in its place</source>
        <translation>In %1 fehlt tokenizer.json, und nichts ersetzt sie</translation>
    </message>
    <message>
        <source>Copy the tokenizer that the model was trained with into its folder.</source>
        <translation>Den Tokenizer, mit dem das Modell trainiert wurde, in seinen Ordner kopieren.</translation>
    </message>
    <message>
        <source>%1: not supported yet: %2; supported are %3</source>
        <translation>%1: noch nicht unterstützt: %2; unterstützt werden %3</translation>
    </message>
    <message>
        <source>Choose a model of one of these families.</source>
        <translation>Ein Modell einer dieser Familien wählen.</translation>
    </message>
    <message>
        <source>Download the model&apos;s config.json again.</source>
        <translation>Die config.json des Modells noch einmal herunterladen.</translation>
    </message>
    <message>
        <source>Unverified: %1 has not been compared with the reference yet</source>
        <translation>Ungeprüft: %1 wurde noch nicht mit der Referenz verglichen</translation>
    </message>
    <message>
        <source>Look at a few answers of the model before you trust its results.</source>
        <translation>Einige Antworten des Modells ansehen, bevor man seinen Ergebnissen vertraut.</translation>
    </message>
    <message>
        <source>The adapter&apos;s own settings apply: %1</source>
        <translation>Es gelten die eigenen Einstellungen des Adapters: %1</translation>
    </message>
    <message>
        <source>Nothing needs to be done; set them likewise to see them in the form.</source>
        <translation>Es ist nichts zu tun; ebenso eingestellt, stehen sie auch im Formular.</translation>
    </message>
    <message>
        <source>%1 (%2) is not in the cache %3.</source>
        <translation>%1 (%2) ist nicht im Cache %3.</translation>
    </message>
    <message>
        <source>`%1` fetches it, and so does the page Hub of the window.</source>
        <translation>`%1` lädt es herunter, ebenso die Seite „Hub“ des Fensters.</translation>
    </message>
    <message>
        <source>The hub&apos;s cache holds %1 without %2.</source>
        <translation>Der Cache des Hubs enthält %1 ohne %2.</translation>
    </message>
    <message>
        <source>`%1` fetches what is missing; so does Download on the page Hub.</source>
        <translation>`%1` lädt, was fehlt, ebenso „Herunterladen“ auf der Seite „Hub“.</translation>
    </message>
    <message>
        <source>%1 has not been downloaded to its end.</source>
        <translation>%1 wurde nicht bis zum Ende heruntergeladen.</translation>
    </message>
    <message>
        <source>`%1` goes on with it; so does the page Hub.</source>
        <translation>`%1` setzt das fort, ebenso die Seite „Hub“.</translation>
    </message>
    <message>
        <source>The data file %1 does not exist</source>
        <translation>Die Datei %1 gibt es nicht</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>%1 is neither a file nor a folder</source>
        <translation>%1 ist weder eine Datei noch ein Ordner</translation>
    </message>
    <message>
        <source>Choose a data file.</source>
        <translation>Eine Datei mit Daten wählen.</translation>
    </message>
    <message>
        <source>The data file %1 cannot be read: no permission</source>
        <translation>Die Datei %1 lässt sich nicht lesen: Die Berechtigung fehlt</translation>
    </message>
    <message>
        <source>Change its permissions, or choose another file.</source>
        <translation>Ihre Berechtigungen ändern oder eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>The data file %1 is empty</source>
        <translation>Die Datei %1 ist leer</translation>
    </message>
    <message>
        <source>the folder %1 has no data file</source>
        <translation>Der Ordner %1 enthält keine Datei mit Daten</translation>
    </message>
    <message>
        <source>Data files are called %1.</source>
        <translation>Dateien mit Daten heißen %1.</translation>
    </message>
    <message>
        <source>the folder %1 has more than %2 data files</source>
        <translation>Der Ordner %1 enthält mehr als %2 Dateien mit Daten</translation>
    </message>
    <message>
        <source>Join them, or choose one of its folders.</source>
        <translation>Sie zusammenfügen oder einen seiner Ordner wählen.</translation>
    </message>
    <message>
        <source>%1: the ending of the name is of no data file that is read</source>
        <translation>%1: Dateien mit dieser Endung werden nicht gelesen</translation>
    </message>
    <message>
        <source>Data files end in %1, or further in .gz or .zst.</source>
        <translation>Dateien mit Daten enden auf %1, oder dahinter noch auf .gz oder .zst.</translation>
    </message>
    <message>
        <source>The chat template %1 cannot be read</source>
        <translation>Die Chat-Vorlage %1 lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>Choose another file, or auto.</source>
        <translation>Eine andere Datei wählen oder „auto“.</translation>
    </message>
    <message>
        <source>The validation file is also trained on, so its loss says nothing new</source>
        <translation>Auf der Validierungsdatei wird auch trainiert, daher sagt ihr Verlust nichts Neues</translation>
    </message>
    <message>
        <source>Choose a file that is not among the training files, or a validation share.</source>
        <translation>Eine Datei wählen, auf der nicht trainiert wird, oder einen Validierungsanteil.</translation>
    </message>
    <message>
        <source>The validation share is not used: there is a validation file</source>
        <translation>Der Validierungsanteil wird nicht verwendet: Es gibt eine Validierungsdatei</translation>
    </message>
    <message>
        <source>Set the share to 0, or leave out the file.</source>
        <translation>Den Anteil auf 0 setzen oder die Datei weglassen.</translation>
    </message>
    <message>
        <source>The run needs about %1 of memory, %2 of it because %3 finished runs here took that much more than predicted, and %4 are free</source>
        <translation>Der Lauf braucht etwa %1 Speicher, %2 davon, weil %3 beendete Läufe hier so viel mehr brauchten als vorhergesagt, und %4 sind frei</translation>
    </message>
    <message>
        <source>The run needs about %1 of memory, %2 of it because %3 finished runs here took that much more than predicted, and %4 are allowed</source>
        <translation>Der Lauf braucht etwa %1 Speicher, %2 davon, weil %3 beendete Läufe hier so viel mehr brauchten als vorhergesagt, und %4 sind erlaubt</translation>
    </message>
    <message>
        <source>The run needs about %1 of memory and %2 are free</source>
        <translation>Der Lauf braucht etwa %1 Speicher, und %2 sind frei</translation>
    </message>
    <message>
        <source>The run needs about %1 of memory and %2 are allowed</source>
        <translation>Der Lauf braucht etwa %1 Speicher, und %2 sind erlaubt</translation>
    </message>
    <message>
        <source>Switch gradient checkpointing on, or choose a smaller batch or maximum length.</source>
        <translation>Gradient Checkpointing einschalten oder Batch oder Höchstlänge kleiner wählen.</translation>
    </message>
    <message>
        <source>Choose a smaller batch or maximum length, or a smaller model.</source>
        <translation>Batch oder Höchstlänge kleiner wählen, oder ein kleineres Modell.</translation>
    </message>
    <message>
        <source>%1 checkpoints of %2 and the result of %3 need %4 and the disk of %5 has %6 free</source>
        <translation>%1 Checkpoints zu %2 und das Ergebnis von %3 brauchen %4, und auf dem Datenträger von %5 sind %6 frei</translation>
    </message>
    <message>
        <source>Look whether it is the file that is meant, or get it again.</source>
        <translation>Nachsehen, ob es die gemeinte Datei ist, oder sie noch einmal beschaffen.</translation>
    </message>
    <message>
        <source>the search for the regular expression &quot;%1%2&quot; in a text was given up: %3</source>
        <translation>Die Suche nach dem regulären Ausdruck „%1%2“ in einem Text wurde aufgegeben: %3</translation>
    </message>
    <message>
        <source>Take this text out or cut it into shorter ones, or write a simpler expression in the tokenizer&apos;s file.</source>
        <translation>Diesen Text herausnehmen oder in kürzere teilen, oder in der Datei des Tokenizers einen einfacheren Ausdruck schreiben.</translation>
    </message>
    <message>
        <source>Free some space, or keep fewer checkpoints.</source>
        <translation>Platz schaffen oder weniger Checkpoints behalten.</translation>
    </message>
    <message>
        <source>%1 is not a folder</source>
        <translation>%1 ist kein Ordner</translation>
    </message>
    <message>
        <source>Choose another data folder with TUNEBENCH_DATA.</source>
        <translation>Mit TUNEBENCH_DATA einen anderen Datenordner wählen.</translation>
    </message>
    <message>
        <source>The data folder %1 cannot be written</source>
        <translation>In den Datenordner %1 lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>Make it writable, or choose another with TUNEBENCH_DATA.</source>
        <translation>Ihn beschreibbar machen oder mit TUNEBENCH_DATA einen anderen wählen.</translation>
    </message>
    <message>
        <source>Nothing ends the run</source>
        <translation>Nichts beendet den Lauf</translation>
    </message>
    <message>
        <source>Set epochs, steps, tokens or minutes.</source>
        <translation>Epochen, Schritte, Token oder Minuten angeben.</translation>
    </message>
    <message>
        <source>Grouping by length has no effect while examples are packed</source>
        <translation>Nach Länge zu gruppieren bewirkt nichts, solange Beispiele gepackt werden</translation>
    </message>
    <message>
        <source>Switch packing off to group by length.</source>
        <translation>Zum Gruppieren nach Länge das Packen ausschalten.</translation>
    </message>
    <message>
        <source>The warm-up takes %1 of %2 steps: the full learning rate is never used</source>
        <translation>Die Aufwärmphase dauert %1 von %2 Schritten: Die volle Lernrate wird nie verwendet</translation>
    </message>
    <message>
        <source>Shorten the warm-up, or train for more steps.</source>
        <translation>Die Aufwärmphase verkürzen oder mehr Schritte trainieren.</translation>
    </message>
    <message>
        <source>Early stopping needs validation data</source>
        <translation>Vorzeitiges Ende braucht Validierungsdaten</translation>
    </message>
    <message>
        <source>Choose a validation file or a validation share, or set the patience to 0.</source>
        <translation>Eine Validierungsdatei oder einen Validierungsanteil wählen oder die Geduld auf 0 setzen.</translation>
    </message>
    <message>
        <source>Early stopping needs evaluations during the run</source>
        <translation>Vorzeitiges Ende braucht Auswertungen während des Laufs</translation>
    </message>
    <message>
        <source>Evaluate every few steps, or set the patience to 0.</source>
        <translation>Alle paar Schritte auswerten oder die Geduld auf 0 setzen.</translation>
    </message>
    <message>
        <source>%1 threads on %2 cores make training slower</source>
        <translation>%1 Threads auf %2 Kernen machen das Training langsamer</translation>
    </message>
    <message>
        <source>Set 0 for one thread a core.</source>
        <translation>0 setzen: ein Thread je Kern.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has settings that this version does not know and does not apply</source>
        <translation>„%1“ hat Einstellungen, die diese Version nicht kennt und nicht anwendet</translation>
    </message>
    <message>
        <source>They are kept in the file as they are.</source>
        <translation>Sie bleiben in der Datei, wie sie sind.</translation>
    </message>
    <message>
        <source>The method trains nothing with these settings</source>
        <translation>Mit diesen Einstellungen trainiert die Methode nichts</translation>
    </message>
    <message>
        <source>Choose other targets.</source>
        <translation>Andere Ziele wählen.</translation>
    </message>
    <message>
        <source>A maximum length of %1 tokens is more than the %2 positions of the model</source>
        <translation>Eine Höchstlänge von %1 Token ist mehr als die %2 Positionen des Modells</translation>
    </message>
    <message>
        <source>Set it to %1 or less.</source>
        <translation>Höchstens %1 setzen.</translation>
    </message>
    <message>
        <source>%1 must be %2, got %3</source>
        <translation>%1 muss %2 sein, nicht %3</translation>
    </message>
    <message>
        <source>%1 must be a number</source>
        <translation>%1 muss eine Zahl sein</translation>
    </message>
    <message>
        <source>%1 must be text</source>
        <translation>%1 muss ein Text sein</translation>
    </message>
    <message>
        <source>%1 must be one of %2</source>
        <translation>%1 muss eines von %2 sein</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>es gibt sie nicht</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>Den Namen prüfen.</translation>
    </message>
    <message>
        <source>the folder %1 does not exist</source>
        <translation>den Ordner %1 gibt es nicht</translation>
    </message>
    <message>
        <source>Create the folder, or choose another one.</source>
        <translation>Den Ordner anlegen oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>this user has no permission for it or for the folder %1</source>
        <translation>die Berechtigung für sie oder für den Ordner %1 fehlt</translation>
    </message>
    <message>
        <source>Change the permissions, or choose another folder.</source>
        <translation>Die Berechtigungen ändern oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>the folder %1 is on a read-only file system</source>
        <translation>der Ordner %1 liegt auf einem Dateisystem, das nur gelesen werden kann</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>it is a folder, not a file</source>
        <translation>es ist ein Ordner, keine Datei</translation>
    </message>
    <message>
        <source>Give the path of a file.</source>
        <translation>Den Pfad einer Datei angeben.</translation>
    </message>
    <message>
        <source>Cannot write %1: it needs %2, and its disk has %3 free.</source>
        <translation>%1 lässt sich nicht schreiben: %2 sind nötig, und auf dem Datenträger sind %3 frei.</translation>
    </message>
    <message>
        <source>Free at least %1, or choose a folder on another disk.</source>
        <translation>Mindestens %1 freimachen oder einen Ordner auf einem anderen Datenträger wählen.</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Cannot open %1: %2.</source>
        <translation>%1 lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>Cannot create %1: %2.</source>
        <translation>%1 lässt sich nicht anlegen: %2.</translation>
    </message>
    <message>
        <source>1 row has nothing to learn and is left out</source>
        <translation>In 1 Zeile gibt es nichts zu lernen; sie wird weggelassen</translation>
    </message>
    <message>
        <source>%1 rows have nothing to learn and are left out</source>
        <translation>In %1 Zeilen gibt es nichts zu lernen; sie werden weggelassen</translation>
    </message>
    <message>
        <source>Only completions and messages of the role assistant are learned: write the missing answers, or set data.loss_on to all.</source>
        <translation>Gelernt werden nur Antworten (completion) und Nachrichten der Rolle assistant: die fehlenden Antworten schreiben oder data.loss_on auf „all“ setzen.</translation>
    </message>
    <message>
        <source>1 row loses the whole answer to the cut at %1 tokens and is left out</source>
        <translation>1 Zeile verliert durch den Schnitt bei %1 Token die ganze Antwort und wird weggelassen</translation>
    </message>
    <message>
        <source>%1 rows lose the whole answer to the cut at %2 tokens and are left out</source>
        <translation>%1 Zeilen verlieren durch den Schnitt bei %2 Token die ganze Antwort und werden weggelassen</translation>
    </message>
    <message>
        <source>Raise data.max_length, or shorten the questions.</source>
        <translation>data.max_length erhöhen oder die Fragen kürzen.</translation>
    </message>
    <message>
        <source>1 row has no text and is left out</source>
        <translation>1 Zeile hat keinen Text und wird weggelassen</translation>
    </message>
    <message>
        <source>%1 rows have no text and are left out</source>
        <translation>%1 Zeilen haben keinen Text und werden weggelassen</translation>
    </message>
    <message>
        <source>Delete them, or say in data.columns which columns hold the text.</source>
        <translation>Sie löschen oder unter data.columns angeben, in welchen Spalten der Text steht.</translation>
    </message>
    <message>
        <source>the training data</source>
        <translation>der Trainingsdaten</translation>
    </message>
    <message>
        <source>the validation data</source>
        <translation>der Validierungsdaten</translation>
    </message>
    <message>
        <source>1 example of %1 (%2 %) is cut at %3 tokens</source>
        <translation>1 Beispiel %1 (%2 %) wird bei %3 Token abgeschnitten</translation>
    </message>
    <message>
        <source>%1 examples of %2 (%3 %) are cut at %4 tokens</source>
        <translation>%1 Beispiele %2 (%3 %) werden bei %4 Token abgeschnitten</translation>
    </message>
    <message>
        <source>A data.max_length of %1 leaves 99 % of them whole, %2 all of them.</source>
        <translation>Mit %1 für data.max_length bleiben 99 % davon ganz, mit %2 alle.</translation>
    </message>
    <message>
        <source>1 row of %1 says what an earlier one says</source>
        <translation>1 Zeile %1 sagt, was schon eine frühere sagt</translation>
    </message>
    <message>
        <source>%1 rows of %2 say what an earlier one says</source>
        <translation>%1 Zeilen %2 sagen, was schon eine frühere sagt</translation>
    </message>
    <message>
        <source>1 row of %1 says what an earlier one says and will be left out</source>
        <translation>1 Zeile %1 sagt, was schon eine frühere sagt, und wird weggelassen</translation>
    </message>
    <message>
        <source>%1 rows of %2 say what an earlier one says and will be left out</source>
        <translation>%1 Zeilen %2 sagen, was schon eine frühere sagt, und werden weggelassen</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Switch on data.deduplicate to leave them out: what is repeated is memorised.</source>
        <translation>data.deduplicate einschalten, um sie wegzulassen: Wiederholtes wird auswendig gelernt.</translation>
    </message>
    <message>
        <source>1 row has a blank text beside one that is not</source>
        <translation>1 Zeile hat neben einem Text einen leeren</translation>
    </message>
    <message>
        <source>%1 rows have a blank text beside one that is not</source>
        <translation>%1 Zeilen haben neben einem Text einen leeren</translation>
    </message>
    <message>
        <source>Fill in the text, or delete the row.</source>
        <translation>Den Text ergänzen oder die Zeile löschen.</translation>
    </message>
    <message>
        <source>1 row has an empty turn of the assistant</source>
        <translation>In 1 Zeile ist ein Beitrag des Assistenten leer</translation>
    </message>
    <message>
        <source>%1 rows have an empty turn of the assistant</source>
        <translation>In %1 Zeilen ist ein Beitrag des Assistenten leer</translation>
    </message>
    <message>
        <source>Write the answer, or delete the turn: nothing is learned from it.</source>
        <translation>Die Antwort schreiben oder den Beitrag löschen: Aus ihm wird nichts gelernt.</translation>
    </message>
    <message>
        <source>1 row has turns out of order</source>
        <translation>In 1 Zeile stimmt die Reihenfolge der Beiträge nicht</translation>
    </message>
    <message>
        <source>%1 rows have turns out of order</source>
        <translation>In %1 Zeilen stimmt die Reihenfolge der Beiträge nicht</translation>
    </message>
    <message>
        <source>User and assistant take turns, and the user begins: correct the roles, or join turns that follow each other.</source>
        <translation>Benutzer und Assistent wechseln sich ab, und der Benutzer beginnt: die Rollen berichtigen oder aufeinanderfolgende Beiträge zusammenfügen.</translation>
    </message>
    <message>
        <source>1 row has a text of more than 256 KiB</source>
        <translation>1 Zeile hat einen Text von mehr als 256 KiB</translation>
    </message>
    <message>
        <source>%1 rows have a text of more than 256 KiB</source>
        <translation>%1 Zeilen haben einen Text von mehr als 256 KiB</translation>
    </message>
    <message>
        <source>A missing quotation mark often swallows the rows behind it: check where the row ends. Long documents belong in .txt or .md files, which are split and not cut.</source>
        <translation>Ein fehlendes Anführungszeichen verschluckt oft die Zeilen dahinter: prüfen, wo die Zeile endet. Lange Dokumente gehören in .txt- oder .md-Dateien, die aufgeteilt und nicht abgeschnitten werden.</translation>
    </message>
    <message>
        <source>1 row has characters that an earlier conversion could not read (U+FFFD)</source>
        <translation>1 Zeile hat Zeichen, die eine frühere Umwandlung nicht lesen konnte (U+FFFD)</translation>
    </message>
    <message>
        <source>%1 rows have characters that an earlier conversion could not read (U+FFFD)</source>
        <translation>%1 Zeilen haben Zeichen, die eine frühere Umwandlung nicht lesen konnte (U+FFFD)</translation>
    </message>
    <message>
        <source>Convert the source to UTF-8 again, from the encoding that it really has.</source>
        <translation>Die Quelle noch einmal in UTF-8 umwandeln, aus der Kodierung, die sie wirklich hat.</translation>
    </message>
    <message>
        <source>1 row has letters that were encoded twice, such as Ã© for é</source>
        <translation>1 Zeile hat doppelt kodierte Buchstaben, etwa Ã© für é</translation>
    </message>
    <message>
        <source>%1 rows have letters that were encoded twice, such as Ã© for é</source>
        <translation>%1 Zeilen haben doppelt kodierte Buchstaben, etwa Ã© für é</translation>
    </message>
    <message>
        <source>UTF-8 was read as Latin-1 or Windows-1252 and saved again: go back to the source, and read it as UTF-8.</source>
        <translation>UTF-8 wurde als Latin-1 oder Windows-1252 gelesen und wieder gespeichert: zur Quelle zurückgehen und sie als UTF-8 lesen.</translation>
    </message>
    <message>
        <source>1 row has control characters</source>
        <translation>1 Zeile hat Steuerzeichen</translation>
    </message>
    <message>
        <source>%1 rows have control characters</source>
        <translation>%1 Zeilen haben Steuerzeichen</translation>
    </message>
    <message>
        <source>Delete them: no text has them, and the model would learn to write them.</source>
        <translation>Sie löschen: Kein Text hat sie, und das Modell würde lernen, sie zu schreiben.</translation>
    </message>
    <message>
        <source>The labels of %1 are unbalanced: %2 examples of &apos;%3&apos;, %4 of &apos;%5&apos;</source>
        <translation>Die Labels %1 sind unausgewogen: %2 Beispiele für „%3“, %4 für „%5“</translation>
    </message>
    <message>
        <source>Add examples of the rare label, or give its file a weight: accuracy alone rewards a model that never answers with it.</source>
        <translation>Beispiele des seltenen Labels hinzufügen oder seiner Datei ein Gewicht geben: Die Genauigkeit allein belohnt ein Modell, das nie damit antwortet.</translation>
    </message>
    <message>
        <source>1 row of the validation file is among the training rows too</source>
        <translation>1 Zeile der Validierungsdatei ist auch unter den Trainingszeilen</translation>
    </message>
    <message>
        <source>%1 rows of the validation file are among the training rows too</source>
        <translation>%1 Zeilen der Validierungsdatei sind auch unter den Trainingszeilen</translation>
    </message>
    <message>
        <source>Delete them from one of the files: the validation loss would measure what was memorised.</source>
        <translation>Sie aus einer der Dateien löschen: Der Validierungsverlust würde messen, was auswendig gelernt wurde.</translation>
    </message>
    <message>
        <source>%1 rows cannot be read; the first: %2</source>
        <translation>%1 Zeilen lassen sich nicht lesen; die erste: %2</translation>
    </message>
    <message>
        <source>%1 files cannot be read; the first: %2</source>
        <translation>%1 Dateien lassen sich nicht lesen; die erste: %2</translation>
    </message>
    <message>
        <source>an unknown type</source>
        <translation>ein unbekannter Typ</translation>
    </message>
    <message>
        <source>%1 holds an adapter of type %2, which this version cannot read</source>
        <translation>%1 enthält einen Adapter vom Typ %2, den diese Version nicht lesen kann</translation>
    </message>
    <message>
        <source>Use an adapter of another type, for example LoRA.</source>
        <translation>Einen Adapter eines anderen Typs verwenden, etwa LoRA.</translation>
    </message>
    <message>
        <source>%1 holds no adapter</source>
        <translation>%1 enthält keinen Adapter</translation>
    </message>
    <message>
        <source>Choose a folder with adapter_config.json.</source>
        <translation>Einen Ordner mit adapter_config.json wählen.</translation>
    </message>
    <message>
        <source>adapter_config.json: hidden_size is %1, but the model&apos;s is %2</source>
        <translation>adapter_config.json: hidden_size ist %1, die des Modells aber %2</translation>
    </message>
    <message>
        <source>The adapter was made for another model.</source>
        <translation>Der Adapter wurde für ein anderes Modell gemacht.</translation>
    </message>
    <message>
        <source>%1 is %2, which is not supported yet</source>
        <translation>%1 ist %2, was noch nicht unterstützt wird</translation>
    </message>
    <message>
        <source>%1 is set, which is not supported yet</source>
        <translation>%1 ist gesetzt, was noch nicht unterstützt wird</translation>
    </message>
    <message>
        <source>%1 is set, which is not supported yet for IA3</source>
        <translation>%1 ist gesetzt, was für IA3 noch nicht unterstützt wird</translation>
    </message>
    <message>
        <source>Use an adapter without it.</source>
        <translation>Einen Adapter ohne diese Angabe verwenden.</translation>
    </message>
    <message>
        <source>Use an adapter without it, or a newer version of Tunebench.</source>
        <translation>Einen Adapter ohne diese Angabe oder eine neuere Version von Tunebench verwenden.</translation>
    </message>
    <message>
        <source>%1: DoRA does not adapt %2</source>
        <translation>%1: DoRA passt %2 nicht an</translation>
    </message>
    <message>
        <source>Leave the embedding out of the targets, or use LoRA.</source>
        <translation>Das Embedding aus den Zielen (targets) nehmen oder LoRA verwenden.</translation>
    </message>
    <message>
        <source>the model has only %1 layers</source>
        <translation>das Modell hat nur %1 Schichten</translation>
    </message>
    <message>
        <source>Choose at most %1.</source>
        <translation>Höchstens %1 wählen.</translation>
    </message>
    <message>
        <source>models of type %1 have no biases</source>
        <translation>Modelle vom Typ %1 haben keine Biases</translation>
    </message>
    <message>
        <source>Choose other parameters, or a method such as IA3.</source>
        <translation>Andere Parameter oder eine Methode wie IA3 wählen.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; matches no parameter of this model</source>
        <translation>„%1“ passt auf keinen Parameter dieses Modells</translation>
    </message>
    <message>
        <source>It must match a whole name, such as %1.</source>
        <translation>Der Ausdruck muss auf einen ganzen Namen passen, etwa %1.</translation>
    </message>
    <message>
        <source>nothing is left to train</source>
        <translation>zum Trainieren bleibt nichts übrig</translation>
    </message>
    <message>
        <source>Freeze less.</source>
        <translation>Weniger einfrieren.</translation>
    </message>
    <message>
        <source>%1 and original_ln_before are neither those of houlsby nor of pfeiffer nor of parallel</source>
        <translation>%1 und original_ln_before sind weder die von houlsby noch von pfeiffer noch von parallel</translation>
    </message>
    <message>
        <source>%1: &apos;%2&apos; is not among the targets</source>
        <translation>%1: „%2“ ist nicht unter den Zielen (targets)</translation>
    </message>
    <message>
        <source>Name it in targets too, or leave it out here.</source>
        <translation>Es auch in targets nennen oder hier weglassen.</translation>
    </message>
    <message>
        <source>%1: pissa and olora change the weight, which is quantized</source>
        <translation>%1: pissa und olora verändern das Gewicht, das quantisiert ist</translation>
    </message>
    <message>
        <source>Choose the initialization default, or quantization none.</source>
        <translation>Die Initialisierung „default“ oder die Quantisierung „none“ wählen.</translation>
    </message>
    <message>
        <source>%1 trains whole, and cannot be adapted as well</source>
        <translation>%1 wird als Ganzes trainiert und lässt sich nicht zugleich anpassen</translation>
    </message>
    <message>
        <source>Leave it out of the targets.</source>
        <translation>Es aus den Zielen (targets) nehmen.</translation>
    </message>
    <message>
        <source>%1: this model has no module &apos;%2&apos;</source>
        <translation>%1: Dieses Modell hat kein Modul „%2“</translation>
    </message>
    <message>
        <source>For example %1.</source>
        <translation>Zum Beispiel %1.</translation>
    </message>
    <message>
        <source>dropout cannot be used where %1 has an adapter</source>
        <translation>Dropout ist nicht möglich, wo %1 einen Adapter hat</translation>
    </message>
    <message>
        <source>Set dropout to 0, or leave %1 out of the targets.</source>
        <translation>Dropout auf 0 setzen oder %1 aus den Zielen (targets) nehmen.</translation>
    </message>
    <message>
        <source>adapter_config.json: this is not a LoRA adapter</source>
        <translation>adapter_config.json: Das ist kein LoRA-Adapter</translation>
    </message>
    <message>
        <source>Load it as what its peft_type and use_dora say.</source>
        <translation>Ihn als das laden, was peft_type und use_dora sagen.</translation>
    </message>
    <message>
        <source>%1 holds something other than numbers</source>
        <translation>%1 enthält etwas anderes als Zahlen</translation>
    </message>
    <message>
        <source>%1 names no list of blocks of this model</source>
        <translation>%1 nennt keine Liste von Blöcken dieses Modells</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;: it changes the base weights</source>
        <translation>%1 ist „%2“: Das verändert die Basisgewichte</translation>
    </message>
    <message>
        <source>%1: cannot be chosen beside a regular expression in targets</source>
        <translation>%1: neben einem regulären Ausdruck in targets nicht wählbar</translation>
    </message>
    <message>
        <source>Write the layers into the expression, as in model\.layers\.(0|1)\..*.</source>
        <translation>Die Schichten in den Ausdruck schreiben, etwa model\.layers\.(0|1)\..*.</translation>
    </message>
    <message>
        <source>rank_pattern gives %1 the rank %2</source>
        <translation>rank_pattern gibt %1 den Rang %2</translation>
    </message>
    <message>
        <source>A rank is a whole number of at least 1.</source>
        <translation>Ein Rang ist eine ganze Zahl ab 1.</translation>
    </message>
    <message>
        <source>pissa and olora start linear maps, not the embedding</source>
        <translation>pissa und olora initialisieren lineare Abbildungen, nicht das Embedding</translation>
    </message>
    <message>
        <source>Choose default, or leave the embedding out of the targets.</source>
        <translation>„default“ wählen oder das Embedding aus den Zielen (targets) nehmen.</translation>
    </message>
    <message>
        <source>%1 is more than %2 can give for pissa and olora: %3</source>
        <translation>%1 ist mehr, als %2 für pissa und olora hergibt: %3</translation>
    </message>
    <message>
        <source>Lower the rank, or choose the initialization default.</source>
        <translation>Den Rang senken oder die Initialisierung „default“ wählen.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no block of this model</source>
        <translation>„%1“ ist kein Block dieses Modells</translation>
    </message>
    <message>
        <source>Write all, or numbers from 0 to %1 as in 0-3, %2.</source>
        <translation>„all“ schreiben oder Zahlen von 0 bis %1, etwa 0-3, %2.</translation>
    </message>
    <message>
        <source>the range &apos;%1&apos; runs backwards</source>
        <translation>der Bereich „%1“ läuft rückwärts</translation>
    </message>
    <message>
        <source>Write the lower number first.</source>
        <translation>Die kleinere Zahl zuerst schreiben.</translation>
    </message>
    <message>
        <source>no module is left to adapt</source>
        <translation>zum Anpassen bleibt kein Modul übrig</translation>
    </message>
    <message>
        <source>Choose more layers, or exclude less.</source>
        <translation>Mehr Schichten wählen oder weniger ausschließen.</translation>
    </message>
    <message>
        <source>%1 has no orthonormal columns</source>
        <translation>%1 hat keine orthonormalen Spalten</translation>
    </message>
    <message>
        <source>Get the file again, or train it again without weight decay in pyreft.</source>
        <translation>Die Datei neu beschaffen oder in pyreft ohne Weight Decay neu trainieren.</translation>
    </message>
    <message>
        <source>rank %1 is more than the model&apos;s hidden size %2</source>
        <translation>der Rang %1 ist größer als die Breite des Modells, %2</translation>
    </message>
    <message>
        <source>Lower the rank; 1 to 32 are usual.</source>
        <translation>Den Rang senken; üblich sind 1 bis 32.</translation>
    </message>
    <message>
        <source>Write all, or layers from 0 to %1 like 3;9;18.</source>
        <translation>„all“ schreiben oder Schichten von 0 bis %1, etwa 3;9;18.</translation>
    </message>
    <message>
        <source>layers: &quot;%1&quot; is no layer</source>
        <translation>layers: „%1“ ist keine Schicht</translation>
    </message>
    <message>
        <source>layers: the model has %1 layers, and no layer %2</source>
        <translation>layers: Das Modell hat %1 Schichten und keine Schicht %2</translation>
    </message>
    <message>
        <source>layers: %1 is there twice</source>
        <translation>layers: %1 steht zweimal da</translation>
    </message>
    <message>
        <source>positions &quot;%1&quot;: %2</source>
        <translation>positions „%1“: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not begin with %2</source>
        <translation>„%1“ beginnt nicht mit %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no whole number</source>
        <translation>„%1“ ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>%1 is not between 1 and %2</source>
        <translation>%1 liegt nicht zwischen 1 und %2</translation>
    </message>
    <message>
        <source>Write f7+l7 for the first 7 and the last 7 tokens of the prompt, or only f7 or l7.</source>
        <translation>f7+l7 für die ersten 7 und die letzten 7 Token des Prompts schreiben oder nur f7 oder l7.</translation>
    </message>
    <message>
        <source>Use interventions of LoReFT, NoReFT or DiReFT on the output of blocks.</source>
        <translation>Interventionen von LoReFT, NoReFT oder DiReFT auf die Ausgabe von Blöcken verwenden.</translation>
    </message>
    <message>
        <source>%1 are not all the same</source>
        <translation>%1 sind nicht alle gleich</translation>
    </message>
    <message>
        <source>%1 %2 are not supported yet</source>
        <translation>%1 %2 werden noch nicht unterstützt</translation>
    </message>
    <message>
        <source>%1 has an entry that is not [layer, component, unit, count, rank, …]</source>
        <translation>%1 hat einen Eintrag, der nicht [layer, component, unit, count, rank, …] ist</translation>
    </message>
    <message>
        <source>%1 has an entry for %2 instead of single positions of block_output</source>
        <translation>%1 hat einen Eintrag für %2 statt einzelner Positionen von block_output</translation>
    </message>
    <message>
        <source>%1 has an entry with links, subspaces or sources</source>
        <translation>%1 hat einen Eintrag mit Verknüpfungen, Unterräumen oder Quellen</translation>
    </message>
    <message>
        <source>%1 has interventions of different ranks</source>
        <translation>%1 hat Interventionen verschiedener Ränge</translation>
    </message>
    <message>
        <source>%1 has %2 interventions on layer %3</source>
        <translation>%1 hat %2 Interventionen in Schicht %3</translation>
    </message>
    <message>
        <source>%1 is missing, which says at which positions the interventions stand</source>
        <translation>%1 fehlt; es sagt, an welchen Positionen die Interventionen stehen</translation>
    </message>
    <message>
        <source>Add &quot;tunebench&quot;: {&quot;positions&quot;: &quot;f7+l7&quot;} with the positions of the training.</source>
        <translation>&quot;tunebench&quot;: {&quot;positions&quot;: &quot;f7+l7&quot;} mit den Positionen des Trainings ergänzen.</translation>
    </message>
    <message>
        <source>no projection of this model is called &apos;%1&apos;</source>
        <translation>keine Projektion dieses Modells heißt „%1“</translation>
    </message>
    <message>
        <source>It has %1.</source>
        <translation>Es hat %1.</translation>
    </message>
    <message>
        <source>Did you mean &apos;%1&apos;?</source>
        <translation>War „%1“ gemeint?</translation>
    </message>
    <message>
        <source>&apos;%1&apos; matches no projection of this model</source>
        <translation>„%1“ passt auf keine Projektion dieses Modells</translation>
    </message>
    <message>
        <source>Write a list of names (%1), or a regular expression over paths such as %2.</source>
        <translation>Eine Liste von Namen schreiben (%1) oder einen regulären Ausdruck über Pfade wie %2.</translation>
    </message>
    <message>
        <source>Prefix-tuning by PEFT&apos;s convention has no form in AdapterHub&apos;s format, whose prefix moves no positions</source>
        <translation>Prefix-Tuning nach PEFT hat keine Form im Format von AdapterHub, dessen Präfix keine Positionen verschiebt</translation>
    </message>
    <message>
        <source>Choose peft, or train with the convention adapterhub.</source>
        <translation>peft wählen oder mit der Konvention adapterhub trainieren.</translation>
    </message>
    <message>
        <source>Prefix-tuning by AdapterHub&apos;s convention has no form in PEFT&apos;s format, whose prefix counts as tokens</source>
        <translation>Prefix-Tuning nach AdapterHub hat keine Form im Format von PEFT, dessen Präfix als Token zählt</translation>
    </message>
    <message>
        <source>Choose adapterhub, or train with the convention peft.</source>
        <translation>adapterhub wählen oder mit der Konvention peft trainieren.</translation>
    </message>
    <message>
        <source>AdapterHub has no prefix for a model whose %1 heads of %2 are not as wide as its hidden size %3</source>
        <translation>AdapterHub hat kein Präfix für ein Modell, dessen %1 Köpfe zu %2 nicht so breit sind wie seine Breite %3</translation>
    </message>
    <message>
        <source>Choose the convention peft.</source>
        <translation>Die Konvention peft wählen.</translation>
    </message>
    <message>
        <source>PEFT has no prefix for models of type %1</source>
        <translation>PEFT hat kein Präfix für Modelle vom Typ %1</translation>
    </message>
    <message>
        <source>Choose the convention adapterhub.</source>
        <translation>Die Konvention adapterhub wählen.</translation>
    </message>
    <message>
        <source>A model without a folder has no tokenizer for the start text</source>
        <translation>Ein Modell ohne Ordner hat keinen Tokenizer für den Starttext</translation>
    </message>
    <message>
        <source>Choose sampled-vocabulary.</source>
        <translation>sampled-vocabulary wählen.</translation>
    </message>
    <message>
        <source>The tokenizer makes no token of initialization_text</source>
        <translation>Der Tokenizer macht aus initialization_text kein Token</translation>
    </message>
    <message>
        <source>%1: the tokenizer has tokens that the model does not know</source>
        <translation>%1: Der Tokenizer hat Token, die das Modell nicht kennt</translation>
    </message>
    <message>
        <source>Write another text.</source>
        <translation>Einen anderen Text schreiben.</translation>
    </message>
    <message>
        <source>Use the tokenizer of this model.</source>
        <translation>Den Tokenizer dieses Modells verwenden.</translation>
    </message>
    <message>
        <source>initialization_text is empty, but the start values shall come from a text</source>
        <translation>initialization_text ist leer, aber die Startwerte sollen aus einem Text kommen</translation>
    </message>
    <message>
        <source>Write what the model shall do, or choose sampled-vocabulary.</source>
        <translation>Schreiben, was das Modell tun soll, oder sampled-vocabulary wählen.</translation>
    </message>
    <message>
        <source>%1 is %2, but this model needs %3</source>
        <translation>%1 ist %2, aber dieses Modell braucht %3</translation>
    </message>
    <message>
        <source>num_virtual_tokens %1 leaves no room for text in the %2 positions of the model</source>
        <translation>num_virtual_tokens %1 lässt in den %2 Positionen des Modells keinen Platz für Text</translation>
    </message>
    <message>
        <source>Set it below %1.</source>
        <translation>Es unter %1 setzen.</translation>
    </message>
    <message>
        <source>%1: &apos;%2&apos; is the head of the classes, which trains whole</source>
        <translation>%1: „%2“ ist der Kopf der Klassen, der als Ganzes trainiert wird</translation>
    </message>
    <message>
        <source>With these settings %1 does not train the embedding, so that nothing could be learned about new tokens</source>
        <translation>Mit diesen Einstellungen trainiert %1 das Embedding nicht, sodass über neue Token nichts gelernt würde</translation>
    </message>
    <message>
        <source>Choose full fine-tuning of everything, LoRA or DoRA, or leave model.added_tokens empty.</source>
        <translation>Volles Fine-Tuning von allem, LoRA oder DoRA wählen oder model.added_tokens leer lassen.</translation>
    </message>
    <message>
        <source>Please report this with the adapter&apos;s configuration.</source>
        <translation>Das bitte mit der Konfiguration des Adapters melden.</translation>
    </message>
    <message>
        <source>%1 must be a list of texts</source>
        <translation>%1 muss eine Liste von Texten sein</translation>
    </message>
    <message>
        <source>%1 must be a list of numbers</source>
        <translation>%1 muss eine Liste von Zahlen sein</translation>
    </message>
    <message>
        <source>%1 must be a list of names, or one text</source>
        <translation>%1 muss eine Liste von Namen oder ein Text sein</translation>
    </message>
    <message>
        <source>%1 must be a map of texts</source>
        <translation>%1 muss eine Zuordnung von Texten sein</translation>
    </message>
    <message>
        <source>%1 must be a map of numbers</source>
        <translation>%1 muss eine Zuordnung von Zahlen sein</translation>
    </message>
    <message>
        <source>%1 cannot be &apos;%2&apos;: it is one of %3</source>
        <translation>%1 kann nicht „%2“ sein: Möglich ist %3</translation>
    </message>
    <message>
        <source>%1 cannot be &apos;%2&apos;: it is one of %3; did you mean &apos;%4&apos;?</source>
        <translation>%1 kann nicht „%2“ sein: Möglich ist %3; war „%4“ gemeint?</translation>
    </message>
    <message>
        <source>%1 must be true or false</source>
        <translation>%1 muss true oder false sein</translation>
    </message>
    <message>
        <source>%1 must be a whole number, got %2</source>
        <translation>%1 muss eine ganze Zahl sein, nicht %2</translation>
    </message>
    <message>
        <source>%1 must name at least one module</source>
        <translation>%1 muss wenigstens ein Modul nennen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a known field</source>
        <translation>„%1“ ist kein bekanntes Feld</translation>
    </message>
    <message>
        <source>%1 is not a known field</source>
        <translation>%1 ist kein bekanntes Feld</translation>
    </message>
    <message>
        <source>Known here: %1.</source>
        <translation>Hier bekannt: %1.</translation>
    </message>
    <message>
        <source>Known: %1.</source>
        <translation>Bekannt: %1.</translation>
    </message>
    <message>
        <source>Known are %1.</source>
        <translation>Bekannt sind %1.</translation>
    </message>
    <message>
        <source>Did you mean &apos;%1&apos;? Known: %2.</source>
        <translation>War „%1“ gemeint? Bekannt: %2.</translation>
    </message>
    <message>
        <source>%1 is null</source>
        <translation>%1 ist null</translation>
    </message>
    <message>
        <source>Leave the field out to get its default.</source>
        <translation>Das Feld weglassen, um seinen Vorgabewert zu erhalten.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; must be an object</source>
        <translation>„%1“ muss ein Objekt sein</translation>
    </message>
    <message>
        <source>Write { &quot;field&quot;: value, … }.</source>
        <translation>{ &quot;feld&quot;: wert, … } schreiben.</translation>
    </message>
    <message>
        <source>the slice &apos;%1&apos; %2</source>
        <translation>der Ausschnitt „%1“ %2</translation>
    </message>
    <message>
        <source>is not of the form [from:to]</source>
        <translation>hat nicht die Form [von:bis]</translation>
    </message>
    <message>
        <source>has a bound that is neither a number of rows nor a percentage up to 100</source>
        <translation>hat eine Grenze, die weder eine Zeilenzahl noch ein Prozentsatz bis 100 ist</translation>
    </message>
    <message>
        <source>has no row</source>
        <translation>hat keine Zeile</translation>
    </message>
    <message>
        <source>Write [:1000] for the first thousand rows, or [10%:20%] for a part.</source>
        <translation>[:1000] für die ersten tausend Zeilen schreiben oder [10%:20%] für einen Teil.</translation>
    </message>
    <message>
        <source>the weight &apos;%1&apos; is no number above 0 and at most %2</source>
        <translation>das Gewicht „%1“ ist keine Zahl über 0 und höchstens %2</translation>
    </message>
    <message>
        <source>2 reads each row twice an epoch, 0.5 half of the rows.</source>
        <translation>2 liest jede Zeile zweimal je Epoche, 0.5 die Hälfte der Zeilen.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; of a file must be a number</source>
        <translation>„%1“ einer Datei muss eine Zahl sein</translation>
    </message>
    <message>
        <source>&apos;%1&apos; of a file must be text</source>
        <translation>„%1“ einer Datei muss ein Text sein</translation>
    </message>
    <message>
        <source>&apos;%1&apos; of a file is not a known field</source>
        <translation>„%1“ einer Datei ist kein bekanntes Feld</translation>
    </message>
    <message>
        <source>A file has path, weight and slice.</source>
        <translation>Eine Datei hat path, weight und slice.</translation>
    </message>
    <message>
        <source>an entry has no path</source>
        <translation>ein Eintrag hat keinen Pfad (path)</translation>
    </message>
    <message>
        <source>Write {&quot;path&quot;: &quot;file.jsonl&quot;, &quot;weight&quot;: 2}.</source>
        <translation>{&quot;path&quot;: &quot;datei.jsonl&quot;, &quot;weight&quot;: 2} schreiben.</translation>
    </message>
    <message>
        <source>%1 must be a list of texts or of objects with a path</source>
        <translation>%1 muss eine Liste von Texten oder von Objekten mit „path“ sein</translation>
    </message>
    <message>
        <source>%1 has an entry that cannot be used: %2</source>
        <translation>%1 hat einen unbrauchbaren Eintrag: %2</translation>
    </message>
    <message>
        <source>Weights in %1 cannot be multiplied in %2: neither type holds the other&apos;s numbers</source>
        <translation>Gewichte in %1 lassen sich nicht in %2 multiplizieren: Keiner der Typen fasst die Zahlen des anderen</translation>
    </message>
    <message>
        <source>Choose %1 for both, or fp32 for one of them.</source>
        <translation>Für beide %1 wählen oder für eines fp32.</translation>
    </message>
    <message>
        <source>Gradients of %1 batches cannot add up when the first batch&apos;s backward pass already updates the weights</source>
        <translation>Gradienten von %1 Batches lassen sich nicht summieren, wenn schon der Rückwärtsdurchlauf des ersten die Gewichte ändert</translation>
    </message>
    <message>
        <source>Set the accumulation to 1, or budget.update_in_backward to false.</source>
        <translation>Die Akkumulation auf 1 oder budget.update_in_backward auf false setzen.</translation>
    </message>
    <message>
        <source>Clipping needs the norm of all gradients, and each is used up within the backward pass</source>
        <translation>Das Begrenzen braucht die Norm aller Gradienten, und jeder wird schon im Rückwärtsdurchlauf verbraucht</translation>
    </message>
    <message>
        <source>Set clip_norm to 0, or budget.update_in_backward to false.</source>
        <translation>clip_norm auf 0 oder budget.update_in_backward auf false setzen.</translation>
    </message>
    <message>
        <source>A loss scale that adapts itself must see all gradients before the first weight changes, and each is used up within the backward pass</source>
        <translation>Eine Verlustskalierung, die sich anpasst, muss alle Gradienten sehen, ehe sich das erste Gewicht ändert, und jeder wird schon im Rückwärtsdurchlauf verbraucht</translation>
    </message>
    <message>
        <source>Set a fixed loss_scale such as 1024, compute in bf16, or set budget.update_in_backward to false.</source>
        <translation>Ein festes loss_scale wie 1024 setzen, in bf16 rechnen oder budget.update_in_backward auf false setzen.</translation>
    </message>
    <message>
        <source>There is no precision &apos;%1&apos;</source>
        <translation>Eine Präzision „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>The general text is not used: a classifier writes no text</source>
        <translation>Der allgemeine Text wird nicht benutzt: Ein Klassifikator schreibt keinen Text</translation>
    </message>
    <message>
        <source>Leave out the file.</source>
        <translation>Die Datei weglassen.</translation>
    </message>
    <message>
        <source>The general text is also trained on, so its loss says nothing of forgetting</source>
        <translation>Auf dem allgemeinen Text wird auch trainiert, sein Verlust sagt also nichts über das Vergessen</translation>
    </message>
    <message>
        <source>Choose text that is not among the training files.</source>
        <translation>Text wählen, der nicht unter den Trainingsdateien ist.</translation>
    </message>
    <message>
        <source>Stochastic rounding has no effect on weights that are kept in fp32</source>
        <translation>Stochastisches Runden wirkt nicht auf Gewichte in fp32</translation>
    </message>
    <message>
        <source>Switch it off, or keep the weights in bf16 or fp16.</source>
        <translation>Es abschalten oder die Gewichte in bf16 oder fp16 halten.</translation>
    </message>
    <message>
        <source>%1 is for weights of the model&apos;s blocks, and the method trains none of them: everything is updated as by AdamW</source>
        <translation>%1 ist für Gewichte der Blöcke des Modells, und die Methode trainiert keines davon: Alles wird wie von AdamW geändert</translation>
    </message>
    <message>
        <source>Choose AdamW, or full fine-tuning.</source>
        <translation>AdamW oder volles Fine-Tuning wählen.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; must be one line of at most %2 characters</source>
        <translation>„%1“ muss eine Zeile von höchstens %2 Zeichen sein</translation>
    </message>
    <message>
        <source>&apos;set&apos; must be an object with sections of a run file</source>
        <translation>„set“ muss ein Objekt mit Abschnitten einer Laufdatei sein</translation>
    </message>
    <message>
        <source>&apos;set.%1&apos; must be an object</source>
        <translation>„set.%1“ muss ein Objekt sein</translation>
    </message>
    <message>
        <source>A preset names no files, and this one sets %1.%2</source>
        <translation>Eine Vorlage nennt keine Dateien, und diese setzt %1.%2</translation>
    </message>
    <message>
        <source>Presets that come with Tunebench show what one looks like.</source>
        <translation>Die mitgelieferten Vorlagen zeigen, wie eine aussieht.</translation>
    </message>
    <message>
        <source>this is no preset of Tunebench</source>
        <translation>das ist keine Vorlage von Tunebench</translation>
    </message>
    <message>
        <source>A preset begins with { &quot;format&quot;: &quot;%1&quot;, … }.</source>
        <translation>Eine Vorlage beginnt mit { &quot;format&quot;: &quot;%1&quot;, … }.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; must be text</source>
        <translation>„%1“ muss ein Text sein</translation>
    </message>
    <message>
        <source>A preset needs a title</source>
        <translation>Eine Vorlage braucht einen Titel</translation>
    </message>
    <message>
        <source>&apos;group&apos; must be goal, memory or own</source>
        <translation>„group“ muss goal, memory oder own sein</translation>
    </message>
    <message>
        <source>The preset takes up %1; a preset&apos;s file may have %2</source>
        <translation>Die Vorlage braucht %1; die Datei einer Vorlage darf %2 haben</translation>
    </message>
    <message>
        <source>Take long lists or texts out of the settings, or save a run file instead.</source>
        <translation>Lange Listen oder Texte aus den Einstellungen nehmen oder stattdessen eine Laufdatei speichern.</translation>
    </message>
    <message>
        <source>There is no preset &apos;%1&apos;</source>
        <translation>Eine Vorlage „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>No presets are installed.</source>
        <translation>Es sind keine Vorlagen installiert.</translation>
    </message>
    <message>
        <source>%1 cannot be removed: %2</source>
        <translation>%1 lässt sich nicht entfernen: %2</translation>
    </message>
    <message>
        <source>Look at the permissions of its folder.</source>
        <translation>Die Rechte des Ordners ansehen.</translation>
    </message>
    <message>
        <source>The model&apos;s weights are stored as %1 and cannot be quantized to %2</source>
        <translation>Die Gewichte des Modells sind als %1 gespeichert und lassen sich nicht zu %2 quantisieren</translation>
    </message>
    <message>
        <source>Set the quantization to none: the weights are used as they are stored.</source>
        <translation>Die Quantisierung auf none setzen: Die Gewichte werden benutzt, wie sie gespeichert sind.</translation>
    </message>
    <message>
        <source>The method trains the weight of %1, which is quantized</source>
        <translation>Die Methode trainiert das Gewicht von %1, das quantisiert ist</translation>
    </message>
    <message>
        <source>Choose a method that leaves the base weights alone, such as LoRA, or an unquantized base.</source>
        <translation>Eine Methode wählen, die die Basisgewichte unverändert lässt, etwa LoRA, oder eine unquantisierte Basis.</translation>
    </message>
    <message>
        <source>A run file begins with { &quot;format&quot;: &quot;%1&quot;, … }.</source>
        <translation>Eine Laufdatei beginnt mit { &quot;format&quot;: &quot;%1&quot;, … }.</translation>
    </message>
    <message>
        <source>The run file does not say its format</source>
        <translation>Die Laufdatei nennt ihr Format nicht</translation>
    </message>
    <message>
        <source>The run file&apos;s format is %1, this version reads &quot;%2&quot;</source>
        <translation>Das Format der Laufdatei ist %1, diese Version liest „%2“</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>kein Text</translation>
    </message>
    <message>
        <source>model.path is missing</source>
        <translation>model.path fehlt</translation>
    </message>
    <message>
        <source>Name the folder of the model to train.</source>
        <translation>Den Ordner des Modells nennen, das trainiert werden soll.</translation>
    </message>
    <message>
        <source>data.train is missing</source>
        <translation>data.train fehlt</translation>
    </message>
    <message>
        <source>data.train names no file</source>
        <translation>data.train nennt keine Datei</translation>
    </message>
    <message>
        <source>Name at least one file of training examples.</source>
        <translation>Wenigstens eine Datei mit Trainingsbeispielen nennen.</translation>
    </message>
    <message>
        <source>Choose at least one file to learn from.</source>
        <translation>Wenigstens eine Datei wählen, aus der gelernt wird.</translation>
    </message>
    <message>
        <source>A run file must hold one JSON object</source>
        <translation>Eine Laufdatei muss ein JSON-Objekt enthalten</translation>
    </message>
    <message>
        <source>%1 is not JSON</source>
        <translation>%1 ist kein JSON</translation>
    </message>
    <message>
        <source>%1.id must be text</source>
        <translation>%1.id muss ein Text sein</translation>
    </message>
    <message>
        <source>%1.id &apos;%2&apos; is not known to this version</source>
        <translation>%1.id „%2“ kennt diese Version nicht</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a section with several fields</source>
        <translation>„%1“ ist ein Abschnitt mit mehreren Feldern</translation>
    </message>
    <message>
        <source>Set them one by one, as in %1=…, or give an object in JSON. Its fields: %2.</source>
        <translation>Sie einzeln setzen, etwa %1=…, oder ein JSON-Objekt angeben. Die Felder: %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not set a field</source>
        <translation>„%1“ setzt kein Feld</translation>
    </message>
    <message>
        <source>Write section.field=value, for example method.rank=8.</source>
        <translation>abschnitt.feld=wert schreiben, zum Beispiel method.rank=8.</translation>
    </message>
    <message>
        <source>%1 cannot be said on a command line</source>
        <translation>%1 lässt sich in einer Befehlszeile nicht ausdrücken</translation>
    </message>
    <message>
        <source>Save a run file, and run that.</source>
        <translation>Eine Laufdatei speichern und diese ausführen.</translation>
    </message>
    <message>
        <source>The adapter %1 is of the method %2, but the run trains %3</source>
        <translation>Der Adapter %1 gehört zur Methode %2, aber der Lauf trainiert %3</translation>
    </message>
    <message>
        <source>Set method.id to %1, or start from another adapter.</source>
        <translation>method.id auf %1 setzen oder mit einem anderen Adapter beginnen.</translation>
    </message>
    <message>
        <source>An adapter fits the weights that it was trained on, not random ones</source>
        <translation>Ein Adapter passt zu den Gewichten, auf denen er trainiert wurde, nicht zu zufälligen</translation>
    </message>
    <message>
        <source>Set model.initialize to pretrained, or leave model.adapter empty.</source>
        <translation>model.initialize auf pretrained setzen oder model.adapter leer lassen.</translation>
    </message>
    <message>
        <source>method.%1 is %2, as in the adapter</source>
        <translation>method.%1 ist %2 wie im Adapter</translation>
    </message>
    <message>
        <source>method.%1 is %2, as in the adapter, not %3</source>
        <translation>method.%1 ist %2 wie im Adapter, nicht %3</translation>
    </message>
    <message>
        <source>No new tokens lie beside the adapter: leave model.added_tokens empty, unless it was trained with other ones.</source>
        <translation>Neben dem Adapter liegen keine neuen Token: model.added_tokens leer lassen, es sei denn, er wurde mit anderen trainiert.</translation>
    </message>
    <message>
        <source>The adapter was trained with new tokens: set model.added_tokens to %1.</source>
        <translation>Der Adapter wurde mit neuen Token trainiert: model.added_tokens auf %1 setzen.</translation>
    </message>
    <message>
        <source>The model is a %1, which cannot generate text</source>
        <translation>Das Modell ist ein %1, das keinen Text erzeugen kann</translation>
    </message>
    <message>
        <source>The model is a %1, an encoder, which cannot generate text</source>
        <translation>Das Modell ist ein %1, ein Encoder, der keinen Text erzeugen kann</translation>
    </message>
    <message>
        <source>Set model.task to classification, or choose another model.</source>
        <translation>model.task auf classification setzen oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>A %1 cannot be made a classifier</source>
        <translation>Aus einem %1 lässt sich kein Klassifikator machen</translation>
    </message>
    <message>
        <source>Choose another model, or set model.task to causal.</source>
        <translation>Ein anderes Modell wählen oder model.task auf causal setzen.</translation>
    </message>
    <message>
        <source>The layout classification has labels, which text generation does not read</source>
        <translation>Der Aufbau classification hat Labels, die das Erzeugen von Text nicht liest</translation>
    </message>
    <message>
        <source>The task classification needs rows with a text and a label</source>
        <translation>Die Aufgabe classification braucht Zeilen mit Text und Label</translation>
    </message>
    <message>
        <source>Set model.task to classification, or choose another layout.</source>
        <translation>model.task auf classification setzen oder einen anderen Aufbau wählen.</translation>
    </message>
    <message>
        <source>Set data.layout to auto or classification.</source>
        <translation>data.layout auf auto oder classification setzen.</translation>
    </message>
    <message>
        <source>eps must be two numbers above 0</source>
        <translation>eps müssen zwei Zahlen über 0 sein</translation>
    </message>
    <message>
        <source>Write for example [1e-30, 0.001].</source>
        <translation>Zum Beispiel [1e-30, 0.001] schreiben.</translation>
    </message>
    <message>
        <source>betas must be two numbers, got %1</source>
        <translation>betas müssen zwei Zahlen sein, nicht %1</translation>
    </message>
    <message>
        <source>betas must be at least 0 and below 1, got %1</source>
        <translation>betas müssen mindestens 0 und unter 1 sein, nicht %1</translation>
    </message>
    <message>
        <source>Write for example [0.9, 0.999].</source>
        <translation>Zum Beispiel [0.9, 0.999] schreiben.</translation>
    </message>
    <message>
        <source>momentum must be below 1, got 1</source>
        <translation>momentum muss unter 1 sein, nicht 1</translation>
    </message>
    <message>
        <source>Velocity would never fade; 0.9 is usual.</source>
        <translation>Die Geschwindigkeit ließe nie nach; üblich ist 0.9.</translation>
    </message>
    <message>
        <source>nesterov needs a momentum above 0</source>
        <translation>nesterov braucht ein momentum über 0</translation>
    </message>
    <message>
        <source>Set momentum, for example to 0.9, or switch nesterov off.</source>
        <translation>momentum setzen, etwa auf 0.9, oder nesterov abschalten.</translation>
    </message>
    <message>
        <source>There is no method &apos;%1&apos;</source>
        <translation>Eine Methode „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>There is no optimizer &apos;%1&apos;</source>
        <translation>Einen Optimierer „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a size of memory.</source>
        <translation>„%1“ ist keine Speichergröße.</translation>
    </message>
    <message>
        <source>Write a number and a unit, for example 24GiB, 8 GB or 512MiB.</source>
        <translation>Eine Zahl und eine Einheit schreiben, etwa 24GiB, 8 GB oder 512MiB.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a regular expression: %2 at character %3</source>
        <translation>„%1“ ist kein regulärer Ausdruck: %2 bei Zeichen %3</translation>
    </message>
    <message>
        <source>Write a list of names instead, or mend the expression.</source>
        <translation>Stattdessen eine Liste von Namen schreiben oder den Ausdruck berichtigen.</translation>
    </message>
    <message>
        <source>matching &apos;%1&apos; failed: %2</source>
        <translation>das Vergleichen mit „%1“ ist gescheitert: %2</translation>
    </message>
    <message>
        <source>Write a simpler expression.</source>
        <translation>Einen einfacheren Ausdruck schreiben.</translation>
    </message>
    <message>
        <source>Filter, column %1: there is no column &apos;%2&apos;</source>
        <translation>Filter, Zeichen %1: Eine Spalte „%2“ gibt es nicht</translation>
    </message>
    <message>
        <source>Filter, column %1: %2</source>
        <translation>Filter, Zeichen %1: %2</translation>
    </message>
    <message>
        <source>Imported in part: %1</source>
        <translation>Teilweise übernommen: %1</translation>
    </message>
    <message>
        <source>Write [&quot;file.jsonl&quot;].</source>
        <translation>[&quot;datei.jsonl&quot;] schreiben.</translation>
    </message>
    <message>
        <source>%1 virtual tokens and a maximum length of %2 after them are more than the %3 positions of the model</source>
        <translation>%1 virtuelle Token und danach eine Höchstlänge von %2 sind mehr als die %3 Positionen des Modells</translation>
    </message>
    <message>
        <source>Reading files</source>
        <translation>Dateien werden gelesen</translation>
    </message>
    <message>
        <source>Reading %1, %2 %</source>
        <translation>%1 wird gelesen, %2 %</translation>
    </message>
    <message>
        <source>Reading %1: %2 rows, %3 % of %4</source>
        <translation>%1 wird gelesen: %2 Zeilen, %3 % von %4</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Das Modell wird geladen</translation>
    </message>
    <message>
        <source>Stopped before the run began</source>
        <translation>Beendet, bevor der Lauf begann</translation>
    </message>
    <message>
        <source>The use of the machine is not measured any more; the run goes on</source>
        <translation>Die Auslastung des Rechners wird nicht mehr gemessen; der Lauf geht weiter</translation>
    </message>
    <message>
        <source>The run continues that adapter.</source>
        <translation>Der Lauf setzt diesen Adapter fort.</translation>
    </message>
    <message>
        <source>%1 is new</source>
        <translation>%1 ist neu</translation>
    </message>
    <message>
        <source>%1 has changed</source>
        <translation>%1 hat sich geändert</translation>
    </message>
    <message>
        <source>%1 is gone</source>
        <translation>%1 fehlt jetzt</translation>
    </message>
    <message>
        <source>%1 since the run began: it would not go on as it was</source>
        <translation>%1, seit der Lauf begonnen hat: Er ginge nicht so weiter, wie er war</translation>
    </message>
    <message>
        <source>%1 since the run began, and %2 more: it would not go on as it was</source>
        <translation>%1, seit der Lauf begonnen hat, und %2 weitere: Er ginge nicht so weiter, wie er war</translation>
    </message>
    <message>
        <source>Put back what it was, or start a new run with the same settings.</source>
        <translation>Den alten Stand wiederherstellen oder mit denselben Einstellungen einen neuen Lauf beginnen.</translation>
    </message>
    <message>
        <source>&apos;bytes&apos; is negative</source>
        <translation>„bytes“ ist negativ</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not the name of a checkpoint&apos;s file</source>
        <translation>„%1“ ist nicht der Name einer Datei eines Checkpoints</translation>
    </message>
    <message>
        <source>the checkpoint&apos;s format is &apos;%1&apos;, this version reads &apos;%2&apos;</source>
        <translation>das Format des Checkpoints ist „%1“, diese Version liest „%2“</translation>
    </message>
    <message>
        <source>Use the version of Tunebench that wrote it.</source>
        <translation>Die Version von Tunebench verwenden, die ihn geschrieben hat.</translation>
    </message>
    <message>
        <source>The checkpoint %1 is not complete: %2</source>
        <translation>Der Checkpoint %1 ist nicht vollständig: %2</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 has %2 bytes instead of %3</source>
        <translation>%1 hat %2 Byte statt %3</translation>
    </message>
    <message>
        <source>the content of %1 has changed since it was saved</source>
        <translation>der Inhalt von %1 hat sich seit dem Speichern geändert</translation>
    </message>
    <message>
        <source>An older checkpoint is used where there is one.</source>
        <translation>Wo es einen älteren Checkpoint gibt, wird dieser benutzt.</translation>
    </message>
    <message>
        <source>An older checkpoint is used.</source>
        <translation>Ein älterer Checkpoint wird benutzt.</translation>
    </message>
    <message>
        <source>An older checkpoint is used instead.</source>
        <translation>Stattdessen wird ein älterer Checkpoint benutzt.</translation>
    </message>
    <message>
        <source>A checkpoint needs %1 and the disk of %2 has %3 free</source>
        <translation>Ein Checkpoint braucht %1, und auf dem Datenträger von %2 sind %3 frei</translation>
    </message>
    <message>
        <source>Free some space and continue the run; the older checkpoints are untouched.</source>
        <translation>Platz schaffen und den Lauf fortsetzen; die älteren Checkpoints sind unberührt.</translation>
    </message>
    <message>
        <source>A checkpoint holds files only, not %1</source>
        <translation>Ein Checkpoint enthält nur Dateien, nicht %1</translation>
    </message>
    <message>
        <source>Cannot create the folder %1: %2</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen: %2</translation>
    </message>
    <message>
        <source>Make the folder writable, or choose another data folder with TUNEBENCH_DATA.</source>
        <translation>Den Ordner beschreibbar machen oder mit TUNEBENCH_DATA einen anderen Datenordner wählen.</translation>
    </message>
    <message>
        <source>The run&apos;s folder %1 exists already</source>
        <translation>Den Ordner des Laufs %1 gibt es schon</translation>
    </message>
    <message>
        <source>Start the run again: it gets another id.</source>
        <translation>Den Lauf neu starten: Er erhält eine andere ID.</translation>
    </message>
    <message>
        <source>The run&apos;s folder does not remember this export: %1</source>
        <translation>Der Ordner des Laufs merkt sich diesen Export nicht: %1</translation>
    </message>
    <message>
        <source>No run is paused</source>
        <translation>Kein Lauf ist angehalten</translation>
    </message>
    <message>
        <source>Pause a run to ask it, or ask the model with an adapter.</source>
        <translation>Einen Lauf anhalten, um ihn zu fragen, oder das Modell mit einem Adapter fragen.</translation>
    </message>
    <message>
        <source>The run %1 is being exported or evaluated</source>
        <translation>Der Lauf %1 wird gerade exportiert oder ausgewertet</translation>
    </message>
    <message>
        <source>Wait until that has ended, or cancel it.</source>
        <translation>Warten, bis das beendet ist, oder es abbrechen.</translation>
    </message>
    <message>
        <source>The run %1 is being trained by %2</source>
        <translation>Der Lauf %1 wird gerade von %2 trainiert</translation>
    </message>
    <message>
        <source>process %1</source>
        <translation>Prozess %1</translation>
    </message>
    <message>
        <source>another process</source>
        <translation>einem anderen Prozess</translation>
    </message>
    <message>
        <source>Stop it there first, or wait if it is only being moved; a run can be continued by one process at a time.</source>
        <translation>Ihn zuerst dort beenden oder warten, falls er nur verschoben wird; einen Lauf kann immer nur ein Prozess fortsetzen.</translation>
    </message>
    <message>
        <source>The run %1 is just being moved or cleaned up</source>
        <translation>Der Lauf %1 wird gerade verschoben oder aufgeräumt</translation>
    </message>
    <message>
        <source>Try it again.</source>
        <translation>Es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is missing</source>
        <translation>„%1“ fehlt</translation>
    </message>
    <message>
        <source>The folder was not made by Tunebench, or its run.json is damaged.</source>
        <translation>Der Ordner stammt nicht von Tunebench, oder seine run.json ist beschädigt.</translation>
    </message>
    <message>
        <source>An unexpected error ended the work</source>
        <translation>Ein unerwarteter Fehler hat die Arbeit beendet</translation>
    </message>
    <message>
        <source>This is a defect of Tunebench; please report it with this text: %1</source>
        <translation>Das ist ein Fehler von Tunebench; bitte mit diesem Text melden: %1</translation>
    </message>
    <message>
        <source>The machine has not enough free memory for this</source>
        <translation>Der Rechner hat dafür nicht genug freien Speicher</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller batch, a shorter maximum length or gradient checkpointing.</source>
        <translation>Andere Programme schließen oder einen kleineren Batch, eine kürzere Höchstlänge oder Gradient Checkpointing wählen.</translation>
    </message>
    <message>
        <source>memory ran out</source>
        <translation>der Speicher ging aus</translation>
    </message>
    <message>
        <source>a file could not be read or written</source>
        <translation>eine Datei ließ sich nicht lesen oder schreiben</translation>
    </message>
    <message>
        <source>Memory ran out %1 after step %2: tensors may take %3</source>
        <translation>Der Speicher ging %1 nach Schritt %2 aus: Tensoren dürfen %3 belegen</translation>
    </message>
    <message>
        <source>while loading</source>
        <translation>beim Laden</translation>
    </message>
    <message>
        <source>while evaluating</source>
        <translation>beim Auswerten</translation>
    </message>
    <message>
        <source>while drawing samples</source>
        <translation>beim Ziehen von Proben</translation>
    </message>
    <message>
        <source>while saving</source>
        <translation>beim Speichern</translation>
    </message>
    <message>
        <source>while training</source>
        <translation>beim Trainieren</translation>
    </message>
    <message>
        <source>in the forward pass</source>
        <translation>im Vorwärtsdurchlauf</translation>
    </message>
    <message>
        <source>in the backward pass</source>
        <translation>im Rückwärtsdurchlauf</translation>
    </message>
    <message>
        <source>while averaging the weights</source>
        <translation>beim Mitteln der Gewichte</translation>
    </message>
    <message>
        <source>while updating the weights</source>
        <translation>beim Ändern der Gewichte</translation>
    </message>
    <message>
        <source>Choose a smaller model or another method. %1</source>
        <translation>Ein kleineres Modell oder eine andere Methode wählen. %1</translation>
    </message>
    <message>
        <source>With %1 a new run needs about %2, %3 less. %4</source>
        <translation>Mit %1 braucht ein neuer Lauf etwa %2, %3 weniger. %4</translation>
    </message>
    <message>
        <source>Raise memory_limit_gib in a new run.</source>
        <translation>In einem neuen Lauf memory_limit_gib erhöhen.</translation>
    </message>
    <message>
        <source>Close other programs and resume this one.</source>
        <translation>Andere Programme schließen und diesen Lauf fortsetzen.</translation>
    </message>
    <message>
        <source>%1 Some weights were half updated: it goes back to what was saved last.</source>
        <translation>%1 Einige Gewichte waren halb geändert: Er kehrt zum zuletzt gespeicherten Stand zurück.</translation>
    </message>
    <message>
        <source>What a step takes of memory could not be kept: %1</source>
        <translation>Was ein Schritt an Speicher braucht, ließ sich nicht festhalten: %1</translation>
    </message>
    <message>
        <source>Memory ran out before the result was written</source>
        <translation>Der Speicher ging aus, bevor das Ergebnis geschrieben war</translation>
    </message>
    <message>
        <source>Nothing was saved yet; start again with more memory, or with smaller settings.</source>
        <translation>Noch ist nichts gespeichert; mit mehr Speicher oder kleineren Einstellungen neu beginnen.</translation>
    </message>
    <message>
        <source>Step %1 is saved: resume the run once there is more memory.</source>
        <translation>Schritt %1 ist gespeichert: den Lauf fortsetzen, sobald es mehr Speicher gibt.</translation>
    </message>
    <message>
        <source>Step %1 is saved: make room for the run&apos;s folder, then resume it.</source>
        <translation>Schritt %1 ist gespeichert: im Ordner des Laufs Platz schaffen, dann ihn fortsetzen.</translation>
    </message>
    <message>
        <source>Step %1 gave a loss of %2 and a gradient norm of %3: the weights were not changed</source>
        <translation>Schritt %1 ergab einen Verlust von %2 und eine Gradientennorm von %3: Die Gewichte wurden nicht geändert</translation>
    </message>
    <message>
        <source>Lower the learning rate or the clipping norm, or lengthen the warm-up; then resume from the last checkpoint or start again.</source>
        <translation>Die Lernrate oder die Norm der Begrenzung senken oder die Aufwärmphase verlängern; dann vom letzten Checkpoint aus fortsetzen oder neu beginnen.</translation>
    </message>
    <message>
        <source>Step %1 gave a loss of %2 and a gradient norm of %3: some weights of this step had already been updated</source>
        <translation>Schritt %1 ergab einen Verlust von %2 und eine Gradientennorm von %3: Einige Gewichte dieses Schritts waren schon geändert</translation>
    </message>
    <message>
        <source>Resume from the last checkpoint, with a lower learning rate or update_in_backward off.</source>
        <translation>Vom letzten Checkpoint aus fortsetzen, mit kleinerer Lernrate oder ohne update_in_backward.</translation>
    </message>
    <message>
        <source>Step %1 gave a loss of %2 and a gradient norm of %3: back to step %4, with %5 of the learning rate</source>
        <translation>Schritt %1 ergab einen Verlust von %2 und eine Gradientennorm von %3: zurück zu Schritt %4, mit dem %5-Fachen der Lernrate</translation>
    </message>
    <message>
        <source>If it goes on, start again with a lower learning rate.</source>
        <translation>Wenn das anhält, mit kleinerer Lernrate neu beginnen.</translation>
    </message>
    <message>
        <source>Step %1 gave a loss of %2 and a gradient norm of %3: its batch was left out</source>
        <translation>Schritt %1 ergab einen Verlust von %2 und eine Gradientennorm von %3: Sein Batch wurde ausgelassen</translation>
    </message>
    <message>
        <source>Look for broken examples, or lower the learning rate.</source>
        <translation>Nach fehlerhaften Beispielen suchen oder die Lernrate senken.</translation>
    </message>
    <message>
        <source>The settings were not changed: no run may have these</source>
        <translation>Die Einstellungen wurden nicht geändert: Kein Lauf darf diese haben</translation>
    </message>
    <message>
        <source>A learning rate is more than 0, an evaluation every 0 or more steps.</source>
        <translation>Eine Lernrate ist größer als 0, eine Auswertung alle 0 oder mehr Schritte.</translation>
    </message>
    <message>
        <source>No checkpoint of this run can be read any more</source>
        <translation>Kein Checkpoint dieses Laufs lässt sich noch lesen</translation>
    </message>
    <message>
        <source>Look at the disk and its free space, then start the run again.</source>
        <translation>Den Datenträger und seinen freien Platz ansehen, dann den Lauf neu starten.</translation>
    </message>
    <message>
        <source>No samples were drawn: %1</source>
        <translation>Es wurden keine Proben gezogen: %1</translation>
    </message>
    <message>
        <source>The result was not measured on the general text: it was stopped</source>
        <translation>Das Ergebnis wurde nicht mit dem allgemeinen Text gemessen: das wurde abgebrochen</translation>
    </message>
    <message>
        <source>Evaluate the result on that text.</source>
        <translation>Das Ergebnis mit diesem Text auswerten.</translation>
    </message>
    <message>
        <source>The model of the run is not in memory</source>
        <translation>Das Modell des Laufs ist nicht im Speicher</translation>
    </message>
    <message>
        <source>Resume the run, and pause it without releasing its memory.</source>
        <translation>Den Lauf fortsetzen und anhalten, ohne seinen Speicher freizugeben.</translation>
    </message>
    <message>
        <source>The result is of the next best, %1.</source>
        <translation>Das Ergebnis ist vom nächstbesten, %1.</translation>
    </message>
    <message>
        <source>The result is of the last step.</source>
        <translation>Das Ergebnis ist vom letzten Schritt.</translation>
    </message>
    <message>
        <source>The training data now has the labels %1, but the run was started with %2</source>
        <translation>Die Trainingsdaten haben jetzt die Labels %1, aber der Lauf begann mit %2</translation>
    </message>
    <message>
        <source>Put the data back as it was, or start a new run.</source>
        <translation>Die alten Daten wiederherstellen oder einen neuen Lauf beginnen.</translation>
    </message>
    <message>
        <source>%1: the tokenizer has %2 tokens, but the model knows only %3</source>
        <translation>%1: Der Tokenizer hat %2 Token, aber das Modell kennt nur %3</translation>
    </message>
    <message>
        <source>Use the tokenizer that belongs to the model.</source>
        <translation>Den Tokenizer verwenden, der zum Modell gehört.</translation>
    </message>
    <message>
        <source>the optimizer state of %1 is incomplete</source>
        <translation>der Optimiererzustand von %1 ist unvollständig</translation>
    </message>
    <message>
        <source>Resume from an older checkpoint.</source>
        <translation>Von einem älteren Checkpoint aus fortsetzen.</translation>
    </message>
    <message>
        <source>This engine has no %1 &apos;%2&apos;</source>
        <translation>Diese Engine kennt „%2“ nicht (%1)</translation>
    </message>
    <message>
        <source>Choose another one, or a newer version of Tunebench.</source>
        <translation>Etwas anderes oder eine neuere Version von Tunebench wählen.</translation>
    </message>
    <message>
        <source>The run&apos;s settings are not those of the adapter: %1</source>
        <translation>Die Einstellungen des Laufs sind nicht die des Adapters: %1</translation>
    </message>
    <message>
        <source>Give the run the adapter&apos;s settings.</source>
        <translation>Dem Lauf die Einstellungen des Adapters geben.</translation>
    </message>
    <message>
        <source>The adapter %1 does not hold everything that its training needs</source>
        <translation>Der Adapter %1 enthält nicht alles, was sein Training braucht</translation>
    </message>
    <message>
        <source>Start from an adapter of another method, or without one.</source>
        <translation>Mit einem Adapter einer anderen Methode oder ohne einen beginnen.</translation>
    </message>
    <message>
        <source>With these settings the method trains other tensors than it says</source>
        <translation>Mit diesen Einstellungen trainiert die Methode andere Tensoren, als sie sagt</translation>
    </message>
    <message>
        <source>Choose other settings of the method, and report these as a defect.</source>
        <translation>Andere Einstellungen der Methode wählen und diese als Fehler melden.</translation>
    </message>
    <message>
        <source>Tunebench ran out of memory while training</source>
        <translation>Tunebench ging beim Trainieren der Speicher aus</translation>
    </message>
    <message>
        <source>Tunebench ran out of memory while generating</source>
        <translation>Tunebench ging beim Erzeugen von Text der Speicher aus</translation>
    </message>
    <message>
        <source>Tunebench ran out of memory while loading the run</source>
        <translation>Tunebench ging beim Laden des Laufs der Speicher aus</translation>
    </message>
    <message>
        <source>Tunebench ran out of memory while measuring this machine</source>
        <translation>Tunebench ging beim Messen dieses Rechners der Speicher aus</translation>
    </message>
    <message>
        <source>Tunebench ran out of memory while %1</source>
        <translation>Tunebench ging der Speicher aus (%1)</translation>
    </message>
    <message>
        <source>Make the batch or the length smaller, or turn gradient checkpointing on; the estimate shows how much each saves.</source>
        <translation>Batch oder Länge verkleinern oder Gradient Checkpointing einschalten; die Schätzung zeigt, was beides spart.</translation>
    </message>
    <message>
        <source>The engine failed while training</source>
        <translation>Die Engine ist beim Trainieren gescheitert</translation>
    </message>
    <message>
        <source>The engine failed while generating</source>
        <translation>Die Engine ist beim Erzeugen von Text gescheitert</translation>
    </message>
    <message>
        <source>The engine failed while loading the run</source>
        <translation>Die Engine ist beim Laden des Laufs gescheitert</translation>
    </message>
    <message>
        <source>The engine failed while measuring this machine</source>
        <translation>Die Engine ist beim Messen dieses Rechners gescheitert</translation>
    </message>
    <message>
        <source>The engine failed while %1</source>
        <translation>Die Engine ist gescheitert (%1)</translation>
    </message>
    <message>
        <source>This is a defect of Tunebench. The log has the details; please report it with the run file.</source>
        <translation>Das ist ein Fehler von Tunebench. Das Protokoll hat die Einzelheiten; bitte mit der Laufdatei melden.</translation>
    </message>
    <message>
        <source>This machine has no device &apos;%1&apos; that LibTorch can use</source>
        <translation>Dieser Rechner hat kein Gerät „%1“, das LibTorch nutzen kann</translation>
    </message>
    <message>
        <source>Choose cpu, or build Tunebench with a LibTorch for CUDA (see README.md).</source>
        <translation>cpu wählen oder Tunebench mit einer LibTorch für CUDA bauen (siehe README.md).</translation>
    </message>
    <message>
        <source>The benchmark was stopped</source>
        <translation>Die Messung wurde abgebrochen</translation>
    </message>
    <message>
        <source>The evaluation was stopped</source>
        <translation>Die Auswertung wurde abgebrochen</translation>
    </message>
    <message>
        <source>The text is empty</source>
        <translation>Der Text ist leer</translation>
    </message>
    <message>
        <source>The prompt is empty</source>
        <translation>Der Prompt ist leer</translation>
    </message>
    <message>
        <source>Write at least one word.</source>
        <translation>Wenigstens ein Wort schreiben.</translation>
    </message>
    <message>
        <source>There are %1 texts, but %2 second texts</source>
        <translation>Es gibt %1 Texte, aber %2 zweite Texte</translation>
    </message>
    <message>
        <source>Give each text its second one, or give none.</source>
        <translation>Jedem Text seinen zweiten geben oder keinen.</translation>
    </message>
    <message>
        <source>Stopped before the last answer</source>
        <translation>Vor der letzten Antwort abgebrochen</translation>
    </message>
    <message>
        <source>The prompt has %1 tokens, but the model reads at most %2</source>
        <translation>Der Prompt hat %1 Token, aber das Modell liest höchstens %2</translation>
    </message>
    <message>
        <source>Shorten the prompt.</source>
        <translation>Den Prompt kürzen.</translation>
    </message>
    <message>
        <source>Only a classifier reads pairs of texts, and this model writes</source>
        <translation>Nur ein Klassifikator liest Textpaare, und dieses Modell schreibt</translation>
    </message>
    <message>
        <source>Leave the second texts out, or choose a classifier.</source>
        <translation>Die zweiten Texte weglassen oder einen Klassifikator wählen.</translation>
    </message>
    <message>
        <source>The engine %1 cannot be used: %2</source>
        <translation>Die Engine %1 ist nicht benutzbar: %2</translation>
    </message>
    <message>
        <source>Install the engine that came with this version of Tunebench, or rebuild both together.</source>
        <translation>Die Engine installieren, die zu dieser Version von Tunebench gehört, oder beide zusammen neu bauen.</translation>
    </message>
    <message>
        <source>it is not an engine of Tunebench</source>
        <translation>sie ist keine Engine von Tunebench</translation>
    </message>
    <message>
        <source>its interface has version %1, this program needs %2</source>
        <translation>ihre Schnittstelle hat Version %1, dieses Programm braucht %2</translation>
    </message>
    <message>
        <source>it was built with another C++ library ABI</source>
        <translation>sie wurde mit einer anderen ABI der C++-Bibliothek gebaut</translation>
    </message>
    <message>
        <source>it is of build %1, this program of %2</source>
        <translation>sie ist von Build %1, dieses Programm von %2</translation>
    </message>
    <message>
        <source>it did not start</source>
        <translation>sie ist nicht gestartet</translation>
    </message>
    <message>
        <source>The engine&apos;s library %1 is missing; looked at: %2</source>
        <translation>Die Bibliothek der Engine, %1, fehlt; gesucht wurde in: %2</translation>
    </message>
    <message>
        <source>Training, generation and export need it; history and settings work without. Reinstall Tunebench, or set TUNEBENCH_ENGINE to the library&apos;s path.</source>
        <translation>Training, Erzeugen und Export brauchen sie; Verlauf und Einstellungen gehen ohne. Tunebench neu installieren oder TUNEBENCH_ENGINE auf den Pfad der Bibliothek setzen.</translation>
    </message>
    <message>
        <source>The history could not be brought up to date (step %1): %2</source>
        <translation>Der Verlauf ließ sich nicht auf den neuen Stand bringen (Schritt %1): %2</translation>
    </message>
    <message>
        <source>The run ran out of memory</source>
        <translation>Dem Lauf ging der Speicher aus</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>The run failed</source>
        <translation>Der Lauf ist gescheitert</translation>
    </message>
    <message>
        <source>The run was stopped before its end</source>
        <translation>Der Lauf wurde vor seinem Ende beendet</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an integer</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a fraction</source>
        <translation>ein Bruch</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 line %2: %3</source>
        <translation>%1 Zeile %2: %3</translation>
    </message>
    <message>
        <source>%1 line %2, column %3: %4</source>
        <translation>%1 Zeile %2, Spalte %3: %4</translation>
    </message>
    <message>
        <source>%1 line %2: the JSON text of %3 is larger than the limit of %4.</source>
        <translation>%1 Zeile %2: Der JSON-Text von %3 ist größer als die Grenze von %4.</translation>
    </message>
    <message>
        <source>%1 line %2: the row is longer than %3</source>
        <translation>%1 Zeile %2: Die Zeile ist länger als %3</translation>
    </message>
    <message>
        <source>%1 line %2: the line is longer than %3.</source>
        <translation>%1 Zeile %2: Die Zeile ist länger als %3.</translation>
    </message>
    <message>
        <source>the text is not valid UTF-8 here.</source>
        <translation>hier ist der Text kein gültiges UTF-8.</translation>
    </message>
    <message>
        <source>the text is not valid UTF-8</source>
        <translation>der Text ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>%1: there is not enough memory to read this JSON.</source>
        <translation>%1: Zum Lesen dieses JSON reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>%1: cannot read this JSON.</source>
        <translation>%1: Dieses JSON lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>the key %1 occurs twice in one object.</source>
        <translation>der Schlüssel %1 kommt in einem Objekt zweimal vor.</translation>
    </message>
    <message>
        <source>the number %1 is too large.</source>
        <translation>die Zahl %1 ist zu groß.</translation>
    </message>
    <message>
        <source>there is no JSON value.</source>
        <translation>hier steht kein JSON-Wert.</translation>
    </message>
    <message>
        <source>the text ends in the middle of a JSON value.</source>
        <translation>der Text endet mitten in einem JSON-Wert.</translation>
    </message>
    <message>
        <source>this is not valid JSON: %1 is unexpected.</source>
        <translation>das ist kein gültiges JSON: %1 ist hier nicht erwartet.</translation>
    </message>
    <message>
        <source>there are more than %1 values.</source>
        <translation>es sind mehr als %1 Werte.</translation>
    </message>
    <message>
        <source>values are nested deeper than %1 levels.</source>
        <translation>Werte sind tiefer als %1 Ebenen geschachtelt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing.</source>
        <translation>„%1“ fehlt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be %2, not %3.</source>
        <translation>„%1“ muss %2 sein, nicht %3.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not %2</source>
        <translation>„%1“ ist nicht %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a number</source>
        <translation>„%1“ ist keine Zahl</translation>
    </message>
    <message>
        <source>the event &apos;%1&apos; is not known to this version</source>
        <translation>das Ereignis „%1“ kennt diese Version nicht</translation>
    </message>
    <message>
        <source>%1 is not an event</source>
        <translation>%1 ist kein Ereignis</translation>
    </message>
    <message>
        <source>The file seems to be UTF-16; save it as UTF-8.</source>
        <translation>Die Datei scheint UTF-16 zu sein; sie als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>The row is in another encoding: save the file as UTF-8.</source>
        <translation>Die Zeile hat eine andere Kodierung: die Datei als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>Each line must hold one complete JSON value: correct the row, or delete it.</source>
        <translation>Jede Zeile muss einen vollständigen JSON-Wert enthalten: die Zeile berichtigen oder löschen.</translation>
    </message>
    <message>
        <source>Split the text into shorter examples.</source>
        <translation>Den Text in kürzere Beispiele teilen.</translation>
    </message>
    <message>
        <source>Split the text into shorter examples. Each line must hold one JSON value.</source>
        <translation>Den Text in kürzere Beispiele teilen. Jede Zeile muss einen JSON-Wert enthalten.</translation>
    </message>
    <message>
        <source>A JSON file of rows looks like [{&quot;prompt&quot;: &quot;...&quot;, &quot;completion&quot;: &quot;...&quot;}, ...].</source>
        <translation>Eine JSON-Datei mit Zeilen sieht so aus: [{&quot;prompt&quot;: &quot;...&quot;, &quot;completion&quot;: &quot;...&quot;}, ...].</translation>
    </message>
    <message>
        <source>the name of a member is expected, in quotes</source>
        <translation>hier ist der Name eines Elements in Anführungszeichen erwartet</translation>
    </message>
    <message>
        <source>a colon is expected behind the name of a member</source>
        <translation>hinter dem Namen eines Elements ist ein Doppelpunkt erwartet</translation>
    </message>
    <message>
        <source>a comma or a closing brace is expected behind a member</source>
        <translation>hinter einem Element ist ein Komma oder eine schließende Klammer erwartet</translation>
    </message>
    <message>
        <source>neither a list nor an object begins here</source>
        <translation>hier beginnt weder eine Liste noch ein Objekt</translation>
    </message>
    <message>
        <source>the object is empty</source>
        <translation>das Objekt ist leer</translation>
    </message>
    <message>
        <source>%1 holds an object without a list of objects</source>
        <translation>%1 enthält ein Objekt ohne eine Liste von Objekten</translation>
    </message>
    <message>
        <source>Write the rows as a list of objects, a column a member. With pandas: to_json(path, orient=&quot;records&quot;).</source>
        <translation>Die Zeilen als Liste von Objekten schreiben, je Spalte ein Element. Mit pandas: to_json(path, orient=&quot;records&quot;).</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a second list of objects beside &apos;%2&apos;</source>
        <translation>„%1“ ist eine zweite Liste von Objekten neben „%2“</translation>
    </message>
    <message>
        <source>text follows behind the end of the list</source>
        <translation>hinter dem Ende der Liste folgt Text</translation>
    </message>
    <message>
        <source>a comma or the end of the list is expected behind a row</source>
        <translation>hinter einer Zeile ist ein Komma oder das Ende der Liste erwartet</translation>
    </message>
    <message>
        <source>the file ends in the middle of the list</source>
        <translation>die Datei endet mitten in der Liste</translation>
    </message>
    <message>
        <source>the line is longer than %1</source>
        <translation>die Zeile ist länger als %1</translation>
    </message>
    <message>
        <source>Break the text into lines.</source>
        <translation>Den Text in Zeilen umbrechen.</translation>
    </message>
    <message>
        <source>there is a NUL byte, which no text has</source>
        <translation>hier steht ein NUL-Byte, das kein Text hat</translation>
    </message>
    <message>
        <source>Save the file as text in UTF-8.</source>
        <translation>Die Datei als Text in UTF-8 speichern.</translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>Die Datei als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>Save the file as UTF-8; spreadsheets call it &quot;CSV UTF-8&quot;.</source>
        <translation>Die Datei als UTF-8 speichern; Tabellenprogramme nennen es „CSV UTF-8“.</translation>
    </message>
    <message>
        <source>the record has more than %1 fields</source>
        <translation>der Datensatz hat mehr als %1 Felder</translation>
    </message>
    <message>
        <source>Check the delimiter: .tsv is read with tabs, .csv with the one that the header has.</source>
        <translation>Das Trennzeichen prüfen: .tsv wird mit Tabulatoren gelesen, .csv mit dem Zeichen der Kopfzeile.</translation>
    </message>
    <message>
        <source>a field goes on behind its closing quote</source>
        <translation>ein Feld geht hinter seinem schließenden Anführungszeichen weiter</translation>
    </message>
    <message>
        <source>Inside a field in quotes a quote is written twice: &quot;She said &quot;&quot;yes&quot;&quot;.&quot;.</source>
        <translation>In einem Feld in Anführungszeichen wird ein Anführungszeichen doppelt geschrieben: &quot;Sie sagte &quot;&quot;ja&quot;&quot;.&quot;.</translation>
    </message>
    <message>
        <source>the quote that opens a field here is never closed</source>
        <translation>das Anführungszeichen, das hier ein Feld öffnet, wird nie geschlossen</translation>
    </message>
    <message>
        <source>Close the quote, or put a field that begins with one in quotes and double it.</source>
        <translation>Das Anführungszeichen schließen oder ein Feld, das mit einem beginnt, in Anführungszeichen setzen und es verdoppeln.</translation>
    </message>
    <message>
        <source>the record is longer than %1</source>
        <translation>der Datensatz ist länger als %1</translation>
    </message>
    <message>
        <source>Look for a quote that is not closed, or split the text into shorter examples.</source>
        <translation>Nach einem nicht geschlossenen Anführungszeichen suchen oder den Text in kürzere Beispiele teilen.</translation>
    </message>
    <message>
        <source>Correct that place of the file.</source>
        <translation>Diese Stelle der Datei berichtigen.</translation>
    </message>
    <message>
        <source>Correct the row, or say in data.columns what the column is called.</source>
        <translation>Die Zeile berichtigen oder in data.columns sagen, wie die Spalte heißt.</translation>
    </message>
    <message>
        <source>Correct the row: the column must be text in quotes.</source>
        <translation>Die Zeile berichtigen: Die Spalte muss Text in Anführungszeichen sein.</translation>
    </message>
    <message>
        <source>Each row must be one example as an object, for example {&quot;prompt&quot;: &quot;...&quot;, &quot;completion&quot;: &quot;...&quot;}.</source>
        <translation>Jede Zeile muss ein Beispiel als Objekt sein, etwa {&quot;prompt&quot;: &quot;...&quot;, &quot;completion&quot;: &quot;...&quot;}.</translation>
    </message>
    <message>
        <source>Write one example a line, for example {&quot;prompt&quot;: &quot;...&quot;, &quot;completion&quot;: &quot;...&quot;}.</source>
        <translation>Ein Beispiel je Zeile schreiben, etwa {&quot;prompt&quot;: &quot;...&quot;, &quot;completion&quot;: &quot;...&quot;}.</translation>
    </message>
    <message>
        <source>%1 holds no rows</source>
        <translation>%1 enthält keine Zeilen</translation>
    </message>
    <message>
        <source>%1 holds a %2, not an object</source>
        <translation>%1 enthält %2 statt eines Objekts</translation>
    </message>
    <message>
        <source>%1 holds an %2, not an object</source>
        <translation>%1 enthält %2 statt eines Objekts</translation>
    </message>
    <message>
        <source>%1 holds %2, not an object</source>
        <translation>%1 enthält %2 statt eines Objekts</translation>
    </message>
    <message>
        <source>%1 holds %2, not a list</source>
        <translation>%1 enthält %2 statt einer Liste</translation>
    </message>
    <message>
        <source>%1 holds %2, not text</source>
        <translation>%1 enthält %2 statt Text</translation>
    </message>
    <message>
        <source>column &apos;%1&apos; holds %2, not text</source>
        <translation>Spalte „%1“ enthält %2 statt Text</translation>
    </message>
    <message>
        <source>column &apos;%1&apos; holds %2, not a list</source>
        <translation>Spalte „%1“ enthält %2 statt einer Liste</translation>
    </message>
    <message>
        <source>%1: column &apos;%2&apos; holds %3, not text</source>
        <translation>%1: Spalte „%2“ enthält %3 statt Text</translation>
    </message>
    <message>
        <source>%1: column &apos;%2&apos; holds %3, not a list</source>
        <translation>%1: Spalte „%2“ enthält %3 statt einer Liste</translation>
    </message>
    <message>
        <source>no columns</source>
        <translation>keine Spalten</translation>
    </message>
    <message>
        <source>%1 line %2 holds a %3, not an object</source>
        <translation>%1 Zeile %2 enthält %3 statt eines Objekts</translation>
    </message>
    <message>
        <source>%1 line %2 holds an %3, not an object</source>
        <translation>%1 Zeile %2 enthält %3 statt eines Objekts</translation>
    </message>
    <message>
        <source>%1 line %2 has %3, which no layout reads: expected are %4</source>
        <translation>%1 Zeile %2 hat %3, was kein Aufbau liest: erwartet ist %4</translation>
    </message>
    <message>
        <source>%1 line %2 lacks the column &apos;%3&apos; of the layout %4; it has %5</source>
        <translation>%1 Zeile %2: Die Spalte „%3“ des Aufbaus %4 fehlt; vorhanden: %5</translation>
    </message>
    <message>
        <source>chosen in data.layout</source>
        <translation>in data.layout gewählt</translation>
    </message>
    <message>
        <source>the file is %1: long documents are split, not cut</source>
        <translation>die Datei ist %1: Lange Dokumente werden geteilt, nicht abgeschnitten</translation>
    </message>
    <message>
        <source>no row could be read</source>
        <translation>keine Zeile ließ sich lesen</translation>
    </message>
    <message>
        <source>every row looked at has %1</source>
        <translation>jede angesehene Zeile hat %1</translation>
    </message>
    <message>
        <source>the first row has %1</source>
        <translation>die erste Zeile hat %1</translation>
    </message>
    <message>
        <source>the task is classification, and the first row has %1</source>
        <translation>die Aufgabe ist classification, und die erste Zeile hat %1</translation>
    </message>
    <message>
        <source>%1 has %2, which no layout reads: expected are %3</source>
        <translation>%1 hat %2, was kein Aufbau liest: erwartet ist %3</translation>
    </message>
    <message>
        <source>Say in data.columns which column plays which part, for example {&quot;prompt&quot;: &quot;question&quot;, &quot;completion&quot;: &quot;answer&quot;}.</source>
        <translation>In data.columns sagen, welche Spalte welche Rolle hat, etwa {&quot;prompt&quot;: &quot;frage&quot;, &quot;completion&quot;: &quot;antwort&quot;}.</translation>
    </message>
    <message>
        <source>%1 lacks the column &apos;%2&apos; of the layout %3; it has %4</source>
        <translation>%1 fehlt die Spalte „%2“ des Aufbaus %3; vorhanden: %4</translation>
    </message>
    <message>
        <source>%1: of the columns &apos;%2&apos; and &apos;%3&apos; one holds messages, the other does not</source>
        <translation>%1: Von den Spalten „%2“ und „%3“ enthält eine Nachrichten, die andere nicht</translation>
    </message>
    <message>
        <source>Write both as texts, or both as lists of messages.</source>
        <translation>Beide als Texte schreiben oder beide als Listen von Nachrichten.</translation>
    </message>
    <message>
        <source>%1 has no &apos;role&apos;</source>
        <translation>%1 hat kein „role“</translation>
    </message>
    <message>
        <source>%1.role holds %2, not text</source>
        <translation>%1.role enthält %2 statt Text</translation>
    </message>
    <message>
        <source>%1.role is empty</source>
        <translation>%1.role ist leer</translation>
    </message>
    <message>
        <source>%1.role is &apos;%2&apos;; did you mean &apos;assistant&apos;?</source>
        <translation>%1.role ist „%2“; war „assistant“ gemeint?</translation>
    </message>
    <message>
        <source>%1 has no &apos;content&apos;</source>
        <translation>%1 hat kein „content“</translation>
    </message>
    <message>
        <source>%1.content holds %2, not text</source>
        <translation>%1.content enthält %2 statt Text</translation>
    </message>
    <message>
        <source>%1 has no &apos;%2&apos;</source>
        <translation>%1 hat kein „%2“</translation>
    </message>
    <message>
        <source>%1 has a &apos;%2&apos; that is %3, not text</source>
        <translation>%1 hat ein „%2“, das %3 ist statt Text</translation>
    </message>
    <message>
        <source>%1 is from &apos;%2&apos;, which is none of %3</source>
        <translation>%1 ist von „%2“, was keines von %3 ist</translation>
    </message>
    <message>
        <source>%1 is from &apos;%2&apos;; did you mean &apos;%3&apos;?</source>
        <translation>%1 ist von „%2“; war „%3“ gemeint?</translation>
    </message>
    <message>
        <source>A column of a table holds messages as JSON, with its names and texts in double quotes.</source>
        <translation>Eine Tabellenspalte enthält Nachrichten als JSON, mit Namen und Texten in doppelten Anführungszeichen.</translation>
    </message>
    <message>
        <source>%1: column &apos;%2&apos; holds no list of functions</source>
        <translation>%1: Spalte „%2“ enthält keine Liste von Funktionen</translation>
    </message>
    <message>
        <source>the slice %1 of %2 has no row; there are %3</source>
        <translation>der Ausschnitt %1 von %2 hat keine Zeile; es gibt %3</translation>
    </message>
    <message>
        <source>Choose another slice, or leave it out.</source>
        <translation>Einen anderen Ausschnitt wählen oder ihn weglassen.</translation>
    </message>
    <message>
        <source>%1 has no usable row: %2 of %3</source>
        <translation>%1 hat keine brauchbare Zeile: %2 von %3</translation>
    </message>
    <message>
        <source>%1 without text</source>
        <translation>%1 ohne Text</translation>
    </message>
    <message>
        <source>%1 without text, %2</source>
        <translation>%1 ohne Text, %2</translation>
    </message>
    <message>
        <source>%1 without an answer to learn</source>
        <translation>%1 ohne Antwort zum Lernen</translation>
    </message>
    <message>
        <source>%1 without an answer to learn, %2</source>
        <translation>%1 ohne Antwort zum Lernen, %2</translation>
    </message>
    <message>
        <source>%1 whose answer starts after %2 tokens</source>
        <translation>%1 mit einer Antwort erst nach %2 Token</translation>
    </message>
    <message>
        <source>Raise data.max_length.</source>
        <translation>data.max_length erhöhen.</translation>
    </message>
    <message>
        <source>Only completions and messages of the role assistant are learned: check the columns, or set data.loss_on to all.</source>
        <translation>Gelernt werden nur Antworten (completion) und Nachrichten der Rolle assistant: die Spalten prüfen oder data.loss_on auf „all“ setzen.</translation>
    </message>
    <message>
        <source>reading the data was cancelled</source>
        <translation>das Lesen der Daten wurde abgebrochen</translation>
    </message>
    <message>
        <source>data.template cannot be &apos;%1&apos;: it is one of %2, a .jinja file, or a template in Jinja itself</source>
        <translation>data.template kann nicht „%1“ sein: Möglich ist %2, eine .jinja-Datei oder eine Vorlage direkt in Jinja</translation>
    </message>
    <message>
        <source>Choose auto unless the model needs another one.</source>
        <translation>auto wählen, wenn das Modell nichts anderes braucht.</translation>
    </message>
    <message>
        <source>%1: the model brings no chat template</source>
        <translation>%1: Das Modell bringt keine Chat-Vorlage mit</translation>
    </message>
    <message>
        <source>data.template_date cannot be &apos;%1&apos;: it is no date</source>
        <translation>data.template_date kann nicht „%1“ sein: Das ist kein Datum</translation>
    </message>
    <message>
        <source>Write a date as year, month and day: 2025-01-31.</source>
        <translation>Ein Datum als Jahr, Monat und Tag schreiben: 2025-01-31.</translation>
    </message>
    <message>
        <source>data.columns maps &apos;%1&apos;, which is no part of an example: the parts are %2</source>
        <translation>data.columns ordnet „%1“ zu, was keine Rolle in einem Beispiel ist: Die Rollen sind %2</translation>
    </message>
    <message>
        <source>The part comes first, the name in the file second.</source>
        <translation>Zuerst kommt die Rolle, dann der Name in der Datei.</translation>
    </message>
    <message>
        <source>%1 has rows of another kind</source>
        <translation>%1 hat Zeilen anderer Art</translation>
    </message>
    <message>
        <source>Chats and texts go to files of their own: choose another one.</source>
        <translation>Chats und Texte gehören in eigene Dateien: eine andere wählen.</translation>
    </message>
    <message>
        <source>The row is not the last one of %1 any more</source>
        <translation>Die Zeile ist nicht mehr die letzte von %1</translation>
    </message>
    <message>
        <source>Take it out in an editor.</source>
        <translation>Sie in einem Editor entfernen.</translation>
    </message>
    <message>
        <source>%1: the label in column &apos;%2&apos; is %3, neither text, a whole number nor a boolean</source>
        <translation>%1: Das Label in Spalte „%2“ ist %3, weder Text noch ganze Zahl noch true oder false</translation>
    </message>
    <message>
        <source>Write the label as a text in quotes, a whole number, true or false.</source>
        <translation>Das Label als Text in Anführungszeichen, ganze Zahl, true oder false schreiben.</translation>
    </message>
    <message>
        <source>%1: the label %2 is not among those the model tells apart: %3</source>
        <translation>%1: Das Label %2 ist keines von denen, die das Modell unterscheidet: %3</translation>
    </message>
    <message>
        <source>Correct the label, or add examples of it to the training data.</source>
        <translation>Das Label berichtigen oder den Trainingsdaten Beispiele dafür hinzufügen.</translation>
    </message>
    <message>
        <source>%1: there are more than %2 different labels</source>
        <translation>%1: Es gibt mehr als %2 verschiedene Labels</translation>
    </message>
    <message>
        <source>Say in data.columns which column holds the label.</source>
        <translation>In data.columns sagen, welche Spalte das Label enthält.</translation>
    </message>
    <message>
        <source>The training data has only one label, %1: there is nothing to tell apart</source>
        <translation>Die Trainingsdaten haben nur ein Label, %1: Es gibt nichts zu unterscheiden</translation>
    </message>
    <message>
        <source>Add examples of another label.</source>
        <translation>Beispiele mit einem anderen Label hinzufügen.</translation>
    </message>
    <message>
        <source>%1: the chat template %2 says: %3</source>
        <translation>%1: Die Chat-Vorlage %2 sagt: %3</translation>
    </message>
    <message>
        <source>The chat template %1 says: %2</source>
        <translation>Die Chat-Vorlage %1 sagt: %2</translation>
    </message>
    <message>
        <source>what of message %1 is the assistant&apos;s answer cannot be told: the chat template writes the messages before it differently once it follows</source>
        <translation>was an Nachricht %1 die Antwort des Assistenten ist, lässt sich nicht sagen: Die Chat-Vorlage schreibt die Nachrichten davor anders, sobald sie folgt</translation>
    </message>
    <message>
        <source>Mark the answers in the template with {% generation %}, choose another data.template, or set data.loss_on to all.</source>
        <translation>Die Antworten in der Vorlage mit {% generation %} kennzeichnen, ein anderes data.template wählen oder data.loss_on auf „all“ setzen.</translation>
    </message>
    <message>
        <source>there is no built-in chat template named &apos;%1&apos;</source>
        <translation>eine eingebaute Chat-Vorlage namens „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>Choose one of %1.</source>
        <translation>Eines davon wählen: %1.</translation>
    </message>
    <message>
        <source>the chat template&apos;s line %1: %2</source>
        <translation>Zeile %1 der Chat-Vorlage: %2</translation>
    </message>
    <message>
        <source>Correct the template, or choose another one.</source>
        <translation>Die Vorlage berichtigen oder eine andere wählen.</translation>
    </message>
    <message>
        <source>the chat template goes over the limit of %1</source>
        <translation>die Chat-Vorlage überschreitet die Grenze von %1</translation>
    </message>
    <message>
        <source>the chat template goes over the limit of %1 for a template</source>
        <translation>die Chat-Vorlage überschreitet die Grenze von %1 für eine Vorlage</translation>
    </message>
    <message>
        <source>Choose another template.</source>
        <translation>Eine andere Vorlage wählen.</translation>
    </message>
    <message>
        <source>Choose another template: one that needs more than this is broken or hostile.</source>
        <translation>Eine andere Vorlage wählen: Eine, die mehr braucht, ist fehlerhaft oder bösartig.</translation>
    </message>
    <message>
        <source>the chat template is not valid UTF-8</source>
        <translation>die Chat-Vorlage ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>Save the template as UTF-8.</source>
        <translation>Die Vorlage als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>The chat template refuses this conversation or has a mistake: change the conversation, or choose another template.</source>
        <translation>Die Chat-Vorlage lehnt dieses Gespräch ab oder hat einen Fehler: das Gespräch ändern oder eine andere Vorlage wählen.</translation>
    </message>
    <message>
        <source>Download the model&apos;s tokenizer again.</source>
        <translation>Den Tokenizer des Modells neu herunterladen.</translation>
    </message>
    <message>
        <source>Choose short texts that are no tokens yet, such as &lt;|name|&gt;.</source>
        <translation>Kurze Texte wählen, die noch keine Token sind, etwa &lt;|name|&gt;.</translation>
    </message>
    <message>
        <source>%1: tokens can only be added to a tokenizer.json, which is missing</source>
        <translation>%1: Token lassen sich nur einer tokenizer.json hinzufügen, und die fehlt</translation>
    </message>
    <message>
        <source>Convert the tokenizer with transformers: AutoTokenizer.from_pretrained(folder) and save_pretrained(folder).</source>
        <translation>Den Tokenizer mit transformers umwandeln: AutoTokenizer.from_pretrained(ordner) und save_pretrained(ordner).</translation>
    </message>
    <message>
        <source>%1 tokens are more than can be added: %2</source>
        <translation>%1 Token sind mehr, als hinzugefügt werden können: %2</translation>
    </message>
    <message>
        <source>Add fewer, or train a tokenizer of your own.</source>
        <translation>Weniger hinzufügen oder einen eigenen Tokenizer trainieren.</translation>
    </message>
    <message>
        <source>the tokenizer has no token for &quot;%1&quot;, and names none for what is unknown</source>
        <translation>der Tokenizer hat kein Token für „%1“ und nennt keines für Unbekanntes</translation>
    </message>
    <message>
        <source>Take this text out, or name a token of the vocabulary in tokenizer.json: as &quot;unk_token&quot; of its model, of a Unigram its place as &quot;unk_id&quot;.</source>
        <translation>Diesen Text entfernen oder in tokenizer.json ein Token des Vokabulars nennen: als &quot;unk_token&quot; seines Modells, bei Unigram seinen Platz als &quot;unk_id&quot;.</translation>
    </message>
    <message>
        <source>The cache of tokens cannot be used: %1. %2</source>
        <translation>Der Cache der Token ist nicht benutzbar: %1. %2</translation>
    </message>
    <message>
        <source>The data is made into tokens anew.</source>
        <translation>Die Daten werden neu in Token zerlegt.</translation>
    </message>
    <message>
        <source>The data is read into memory, and will be made into tokens again at the next start.</source>
        <translation>Die Daten werden in den Speicher gelesen und beim nächsten Start erneut in Token zerlegt.</translation>
    </message>
    <message>
        <source>the entry was removed while it was made</source>
        <translation>der Eintrag wurde entfernt, während er entstand</translation>
    </message>
    <message>
        <source>%1 has only %2 free</source>
        <translation>in %1 sind nur %2 frei</translation>
    </message>
    <message>
        <source>Free some room on the disk.</source>
        <translation>Auf dem Datenträger Platz schaffen.</translation>
    </message>
    <message>
        <source>%1 is damaged</source>
        <translation>%1 ist beschädigt</translation>
    </message>
    <message>
        <source>It belongs to a copy of the data in tokens, and may be deleted.</source>
        <translation>Es gehört zu einer Kopie der Daten als Token und darf gelöscht werden.</translation>
    </message>
    <message>
        <source>It is a copy of the data in tokens, and may be deleted.</source>
        <translation>Es ist eine Kopie der Daten als Token und darf gelöscht werden.</translation>
    </message>
    <message>
        <source>%1 changed while it was read</source>
        <translation>%1 hat sich beim Lesen geändert</translation>
    </message>
    <message>
        <source>Start the run again when the file is whole.</source>
        <translation>Den Lauf neu starten, wenn die Datei vollständig ist.</translation>
    </message>
    <message>
        <source>%1 cannot be read any more: %2</source>
        <translation>%1 lässt sich nicht mehr lesen: %2</translation>
    </message>
    <message>
        <source>it became shorter</source>
        <translation>sie ist kürzer geworden</translation>
    </message>
    <message>
        <source>It is a copy of the data in tokens and is made anew: go on with the run from its last checkpoint.</source>
        <translation>Es ist eine Kopie der Daten als Token und entsteht neu: den Lauf von seinem letzten Checkpoint aus fortsetzen.</translation>
    </message>
    <message>
        <source>The token &quot;%1&quot; %2</source>
        <translation>Das Token „%1“ %2</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is not UTF-8</source>
        <translation>ist kein UTF-8</translation>
    </message>
    <message>
        <source>has %1 bytes, more than %2</source>
        <translation>hat %1 Byte, mehr als %2</translation>
    </message>
    <message>
        <source>is one of this tokenizer already</source>
        <translation>ist schon eines dieses Tokenizers</translation>
    </message>
    <message>
        <source>the page at byte %1: %2</source>
        <translation>die Seite bei Byte %1: %2</translation>
    </message>
    <message>
        <source>it is a symbolic link to nothing</source>
        <translation>er ist ein symbolischer Link ins Leere</translation>
    </message>
    <message>
        <source>a symbolic link leads out of the folder</source>
        <translation>ein symbolischer Link führt aus dem Ordner hinaus</translation>
    </message>
    <message>
        <source>The file name %1 for the folder %2 is refused: %3.</source>
        <translation>Der Dateiname %1 für den Ordner %2 wird abgelehnt: %3.</translation>
    </message>
    <message>
        <source>it has an empty component</source>
        <translation>er hat einen leeren Bestandteil</translation>
    </message>
    <message>
        <source>it has the component &quot;.&quot; or &quot;..&quot;</source>
        <translation>er hat den Bestandteil „.“ oder „..“</translation>
    </message>
    <message>
        <source>it is absolute</source>
        <translation>er ist absolut</translation>
    </message>
    <message>
        <source>it has a control character</source>
        <translation>er hat ein Steuerzeichen</translation>
    </message>
    <message>
        <source>it is longer than 4096 bytes</source>
        <translation>er ist länger als 4096 Byte</translation>
    </message>
    <message>
        <source>Such a name would reach outside its folder, or exist on some systems only. The file that holds it may be damaged or hostile.</source>
        <translation>Ein solcher Name führte aus seinem Ordner hinaus oder ginge nur auf manchen Systemen. Die Datei, die ihn enthält, ist vielleicht beschädigt oder bösartig.</translation>
    </message>
    <message>
        <source>The folder %1 does not exist.</source>
        <translation>Den Ordner %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Cannot read %1: it is not a regular file.</source>
        <translation>%1 lässt sich nicht lesen: keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>Give the path of a file; pipes and devices are not read.</source>
        <translation>Den Pfad einer Datei angeben; Pipes und Geräte werden nicht gelesen.</translation>
    </message>
    <message>
        <source>Cannot write %1: it is not a regular file.</source>
        <translation>%1 lässt sich nicht schreiben: keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>Move away what is there.</source>
        <translation>Was dort steht, verschieben.</translation>
    </message>
    <message>
        <source>Cannot append to %1: the line has a newline in it.</source>
        <translation>An %1 lässt sich nichts anhängen: In der Zeile steht ein Zeilenumbruch.</translation>
    </message>
    <message>
        <source>Cannot append to %1: it was closed after a write that failed halfway.</source>
        <translation>An %1 lässt sich nichts anhängen: Nach einem halb gescheiterten Schreiben ist die Datei geschlossen.</translation>
    </message>
    <message>
        <source>Open the run again: the incomplete last line is then removed.</source>
        <translation>Den Lauf neu öffnen: Die unvollständige letzte Zeile wird dann entfernt.</translation>
    </message>
    <message>
        <source>Cannot write %1: its writer is closed.</source>
        <translation>%1 lässt sich nicht schreiben: schon geschlossen.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Den Pfad prüfen.</translation>
    </message>
    <message>
        <source>its name is too long for the file system</source>
        <translation>der Name ist für das Dateisystem zu lang</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>Einen kürzeren Namen wählen.</translation>
    </message>
    <message>
        <source>the file system does not take files of this size</source>
        <translation>das Dateisystem nimmt keine Dateien dieser Größe</translation>
    </message>
    <message>
        <source>Choose a folder on another disk.</source>
        <translation>Einen Ordner auf einem anderen Datenträger wählen.</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>zu viele Dateien sind offen</translation>
    </message>
    <message>
        <source>Close other programs, or raise `ulimit -n`.</source>
        <translation>Andere Programme schließen oder `ulimit -n` erhöhen.</translation>
    </message>
    <message>
        <source>the disk reports an input/output error</source>
        <translation>der Datenträger meldet einen Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Check the disk and its cable or network connection, then try again.</source>
        <translation>Den Datenträger und sein Kabel oder die Netzwerkverbindung prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Try again, or choose another folder.</source>
        <translation>Erneut versuchen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>too little</source>
        <translation>zu wenig</translation>
    </message>
    <message>
        <source>Free some space, check the disk quota, or choose a folder on another disk.</source>
        <translation>Platz schaffen, das Kontingent prüfen oder einen Ordner auf einem anderen Datenträger wählen.</translation>
    </message>
    <message>
        <source>%1: the file became shorter while it was in use.</source>
        <translation>%1: Die Datei wurde kürzer, während sie benutzt wurde.</translation>
    </message>
    <message>
        <source>Something else writes this file. Restore it, then try again.</source>
        <translation>Etwas anderes schreibt in diese Datei. Sie wiederherstellen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>%1 has %2, more than the %3 that such a file may have.</source>
        <translation>%1 hat %2, mehr als die %3, die eine solche Datei haben darf.</translation>
    </message>
    <message>
        <source>There is not enough memory to read %1 (%2).</source>
        <translation>Zum Lesen von %1 (%2) reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>Einen Ordner wählen, in den geschrieben werden darf.</translation>
    </message>
    <message>
        <source>the folder %1 cannot be read: %2</source>
        <translation>der Ordner %1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>Check its permissions, or choose another folder.</source>
        <translation>Seine Rechte prüfen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>%1 is a spreadsheet</source>
        <translation>%1 ist eine Tabelle eines Tabellenprogramms</translation>
    </message>
    <message>
        <source>Save it as CSV in UTF-8, which is read.</source>
        <translation>Sie als CSV in UTF-8 speichern; das wird gelesen.</translation>
    </message>
    <message>
        <source>%1 is a pickle, which is never read: such files can run programs</source>
        <translation>%1 ist ein Pickle, der nie gelesen wird: Solche Dateien können Programme ausführen</translation>
    </message>
    <message>
        <source>Write the rows as JSON Lines with the program that made it, for example with pandas: to_json(path, orient=&quot;records&quot;, lines=True).</source>
        <translation>Die Zeilen mit dem Programm, von dem sie stammt, als JSON Lines schreiben, etwa mit pandas: to_json(path, orient=&quot;records&quot;, lines=True).</translation>
    </message>
    <message>
        <source>%1 is an Arrow file</source>
        <translation>%1 ist eine Arrow-Datei</translation>
    </message>
    <message>
        <source>Write it as JSON Lines, for example with the datasets library: to_json(path).</source>
        <translation>Sie als JSON Lines schreiben, etwa mit der Bibliothek datasets: to_json(path).</translation>
    </message>
    <message>
        <source>%1 is a Parquet file</source>
        <translation>%1 ist eine Parquet-Datei</translation>
    </message>
    <message>
        <source>Such files must be called .parquet, or be converted to JSON Lines.</source>
        <translation>Solche Dateien müssen .parquet heißen oder in JSON Lines umgewandelt werden.</translation>
    </message>
    <message>
        <source>%1 is an archive</source>
        <translation>%1 ist ein Archiv</translation>
    </message>
    <message>
        <source>Unpack it and give the folder, or the files in it.</source>
        <translation>Es entpacken und den Ordner oder die Dateien darin angeben.</translation>
    </message>
    <message>
        <source>%1 is an archive or a spreadsheet</source>
        <translation>%1 ist ein Archiv oder eine Tabelle eines Tabellenprogramms</translation>
    </message>
    <message>
        <source>Unpack an archive and give the folder; save a spreadsheet as CSV in UTF-8.</source>
        <translation>Ein Archiv entpacken und den Ordner angeben; eine Tabelle als CSV in UTF-8 speichern.</translation>
    </message>
    <message>
        <source>%1 is compressed with a program whose files are not read</source>
        <translation>%1 ist mit einem Programm gepackt, dessen Dateien nicht gelesen werden</translation>
    </message>
    <message>
        <source>Decompress it; gzip (.gz) and zstd (.zst) are read as they are.</source>
        <translation>Sie entpacken; gzip (.gz) und zstd (.zst) werden gelesen, wie sie sind.</translation>
    </message>
    <message>
        <source>%1 is a document of a word processor or for printing</source>
        <translation>%1 ist ein Dokument einer Textverarbeitung oder zum Drucken</translation>
    </message>
    <message>
        <source>Save it as plain text (.txt) in UTF-8.</source>
        <translation>Es als reinen Text (.txt) in UTF-8 speichern.</translation>
    </message>
    <message>
        <source>%1 is a web page, not the data: a download may have led to a login page</source>
        <translation>%1 ist eine Webseite, nicht die Daten: Vielleicht führte ein Download auf eine Anmeldeseite</translation>
    </message>
    <message>
        <source>Download the file again, signed in where that is asked for.</source>
        <translation>Die Datei erneut herunterladen, angemeldet, wo das verlangt wird.</translation>
    </message>
    <message>
        <source>%1 is a pointer of Git LFS, not the file that it stands for</source>
        <translation>%1 ist ein Verweis von Git LFS, nicht die Datei, für die er steht</translation>
    </message>
    <message>
        <source>Run &apos;git lfs pull&apos; in its folder, or download the file.</source>
        <translation>In ihrem Ordner „git lfs pull“ ausführen oder die Datei herunterladen.</translation>
    </message>
    <message>
        <source>%1 is a database</source>
        <translation>%1 ist eine Datenbank</translation>
    </message>
    <message>
        <source>Export its table as CSV or JSON Lines.</source>
        <translation>Ihre Tabelle als CSV oder JSON Lines exportieren.</translation>
    </message>
    <message>
        <source>%1 is text in UTF-16</source>
        <translation>%1 ist Text in UTF-16</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>Sie als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>%1: the data compressed with %2 is damaged: %3</source>
        <translation>%1: Die mit %2 gepackten Daten sind beschädigt: %3</translation>
    </message>
    <message>
        <source>Copy or download the file again.</source>
        <translation>Die Datei neu kopieren oder herunterladen.</translation>
    </message>
    <message>
        <source>%1 ends in the middle of the data compressed with %2</source>
        <translation>%1 endet mitten in den mit %2 gepackten Daten</translation>
    </message>
    <message>
        <source>The file is not whole: copy or download it again.</source>
        <translation>Die Datei ist nicht vollständig: sie neu kopieren oder herunterladen.</translation>
    </message>
    <message>
        <source>%1 expands to more than %2 times its size: %3 of it became %4</source>
        <translation>%1 wird mehr als %2-mal so groß: Aus %3 davon wurden %4</translation>
    </message>
    <message>
        <source>Data for training does not compress so far. If the file is what you expect, decompress it and give the decompressed file.</source>
        <translation>Trainingsdaten lassen sich nicht so stark packen. Ist es die erwartete Datei, sie entpacken und die entpackte Datei angeben.</translation>
    </message>
    <message>
        <source>%1 is not compressed with %2, although its name says so</source>
        <translation>%1 ist nicht mit %2 gepackt, obwohl der Name das sagt</translation>
    </message>
    <message>
        <source>Take the ending off its name, or copy or download the file again.</source>
        <translation>Die Endung vom Namen nehmen oder die Datei neu kopieren oder herunterladen.</translation>
    </message>
    <message>
        <source>There is no memory for decompressing</source>
        <translation>Zum Entpacken fehlt der Speicher</translation>
    </message>
    <message>
        <source>Download or copy the file again: it is damaged or incomplete.</source>
        <translation>Die Datei neu herunterladen oder kopieren: Sie ist beschädigt oder unvollständig.</translation>
    </message>
    <message>
        <source>column &apos;%1&apos;: %2</source>
        <translation>Spalte „%1“: %2</translation>
    </message>
    <message>
        <source>%1: no column is chosen</source>
        <translation>%1: Es ist keine Spalte gewählt</translation>
    </message>
    <message>
        <source>%1: there is no column &apos;%2&apos;</source>
        <translation>%1: Eine Spalte „%2“ gibt es nicht</translation>
    </message>
    <message>
        <source>Its columns are %1.</source>
        <translation>Die Spalten sind %1.</translation>
    </message>
    <message>
        <source>it is not a Parquet file</source>
        <translation>sie ist keine Parquet-Datei</translation>
    </message>
    <message>
        <source>it is a Parquet file without its end</source>
        <translation>sie ist eine Parquet-Datei ohne ihr Ende</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>sie ist verschlüsselt</translation>
    </message>
    <message>
        <source>Decrypt the file with what wrote it.</source>
        <translation>Die Datei mit dem Programm entschlüsseln, das sie geschrieben hat.</translation>
    </message>
    <message>
        <source>the row has more than %1</source>
        <translation>die Zeile hat mehr als %1</translation>
    </message>
    <message>
        <source>the row has more than %1 values</source>
        <translation>die Zeile hat mehr als %1 Werte</translation>
    </message>
    <message>
        <source>Split the row into shorter examples.</source>
        <translation>Die Zeile in kürzere Beispiele teilen.</translation>
    </message>
    <message>
        <source>it holds bytes that are no text</source>
        <translation>sie enthält Bytes, die kein Text sind</translation>
    </message>
    <message>
        <source>Leave the column out, or store text in it.</source>
        <translation>Die Spalte weglassen oder Text darin speichern.</translation>
    </message>
    <message>
        <source>Write the file again with a current version of pyarrow.</source>
        <translation>Die Datei mit einer aktuellen Version von pyarrow neu schreiben.</translation>
    </message>
    <message>
        <source>Write the file again with the default settings of pyarrow.</source>
        <translation>Die Datei mit den Vorgaben von pyarrow neu schreiben.</translation>
    </message>
    <message>
        <source>Write the file again with smaller pages or shorter texts.</source>
        <translation>Die Datei mit kleineren Seiten oder kürzeren Texten neu schreiben.</translation>
    </message>
    <message>
        <source>Write the data as several files, or with larger row groups.</source>
        <translation>Die Daten als mehrere Dateien oder mit größeren Zeilengruppen schreiben.</translation>
    </message>
    <message>
        <source>Download or copy the file again.</source>
        <translation>Die Datei neu herunterladen oder kopieren.</translation>
    </message>
    <message>
        <source>%1: not a safetensors file; %2.</source>
        <translation>%1: keine safetensors-Datei; %2.</translation>
    </message>
    <message>
        <source>it is a PyTorch (pickle) file</source>
        <translation>sie ist eine PyTorch-Datei (Pickle)</translation>
    </message>
    <message>
        <source>it is a pickle file</source>
        <translation>sie ist ein Pickle</translation>
    </message>
    <message>
        <source>it is a GGUF file</source>
        <translation>sie ist eine GGUF-Datei</translation>
    </message>
    <message>
        <source>it is a web page</source>
        <translation>sie ist eine Webseite</translation>
    </message>
    <message>
        <source>it is not a GGUF file</source>
        <translation>sie ist keine GGUF-Datei</translation>
    </message>
    <message>
        <source>Fetch the file with `git lfs pull`.</source>
        <translation>Die Datei mit `git lfs pull` holen.</translation>
    </message>
    <message>
        <source>Convert it to safetensors; pickle files are never read.</source>
        <translation>Sie in safetensors umwandeln; Pickle-Dateien werden nie gelesen.</translation>
    </message>
    <message>
        <source>Use the original model in safetensors format.</source>
        <translation>Das ursprüngliche Modell im Format safetensors verwenden.</translation>
    </message>
    <message>
        <source>The download failed; download the file again.</source>
        <translation>Das Herunterladen ist gescheitert; die Datei neu herunterladen.</translation>
    </message>
    <message>
        <source>its bytes end at %1, but the file has only %2 bytes of tensors: the file is truncated.</source>
        <translation>seine Bytes enden bei %1, aber die Datei hat nur %2 Byte Tensoren: Sie ist abgeschnitten.</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot;: %2</source>
        <translation>Tensor „%1“: %2</translation>
    </message>
    <message>
        <source>%1: tensor &quot;%2&quot; is not of this file.</source>
        <translation>%1: Tensor „%2“ ist nicht aus dieser Datei.</translation>
    </message>
    <message>
        <source>a file of %1 bytes is too short for safetensors.</source>
        <translation>eine Datei von %1 Byte ist zu kurz für safetensors.</translation>
    </message>
    <message>
        <source>it claims a header of %1 bytes, but has only %2 bytes: it is truncated, or not a safetensors file.</source>
        <translation>sie gibt einen Kopf von %1 Byte an, hat aber nur %2 Byte: Sie ist abgeschnitten oder keine safetensors-Datei.</translation>
    </message>
    <message>
        <source>its header does not begin with &quot;{&quot;: not a safetensors file.</source>
        <translation>ihr Kopf beginnt nicht mit „{“: keine safetensors-Datei.</translation>
    </message>
    <message>
        <source>%1: the file became shorter while it was in use, so tensor &quot;%2&quot; cannot be read.</source>
        <translation>%1: Die Datei wurde kürzer, während sie benutzt wurde; Tensor „%2“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Something else writes this file. Restore it, then load the model again.</source>
        <translation>Etwas anderes schreibt in diese Datei. Sie wiederherstellen, dann das Modell neu laden.</translation>
    </message>
    <message>
        <source>Download the index again.</source>
        <translation>Den Index neu herunterladen.</translation>
    </message>
    <message>
        <source>The folder %1 has only pickled weights, which can run any program when they are read.</source>
        <translation>Der Ordner %1 hat nur Gewichte als Pickle, die beim Lesen beliebige Programme ausführen können.</translation>
    </message>
    <message>
        <source>Choose a version of the model with .safetensors files, or convert it with transformers: save_pretrained(folder, safe_serialization=True).</source>
        <translation>Eine Fassung des Modells mit .safetensors-Dateien wählen oder es mit transformers umwandeln: save_pretrained(ordner, safe_serialization=True).</translation>
    </message>
    <message>
        <source>The folder %1 has neither %2 nor %3.</source>
        <translation>Der Ordner %1 hat weder %2 noch %3.</translation>
    </message>
    <message>
        <source>Choose the folder that holds the model&apos;s config.json and weights.</source>
        <translation>Den Ordner wählen, in dem config.json und Gewichte des Modells liegen.</translation>
    </message>
    <message>
        <source>The shard %1 is missing: %2 names it.</source>
        <translation>Das Teilstück %1 fehlt: %2 nennt es.</translation>
    </message>
    <message>
        <source>Download the missing file into the same folder.</source>
        <translation>Die fehlende Datei in denselben Ordner herunterladen.</translation>
    </message>
    <message>
        <source>Tensor &quot;%1&quot; is in two files, %2 and %3.</source>
        <translation>Tensor „%1“ ist in zwei Dateien, %2 und %3.</translation>
    </message>
    <message>
        <source>The folder mixes two versions of the model; download it again.</source>
        <translation>Der Ordner vermischt zwei Fassungen des Modells; es neu herunterladen.</translation>
    </message>
    <message>
        <source>Tensor &quot;%1&quot; is not in %2, where %3 says it is.</source>
        <translation>Tensor „%1“ ist nicht in %2, wo er laut %3 ist.</translation>
    </message>
    <message>
        <source>Download the shard again; it may belong to another version of the model.</source>
        <translation>Das Teilstück neu herunterladen; vielleicht gehört es zu einer anderen Fassung des Modells.</translation>
    </message>
    <message>
        <source>There is no tensor &quot;%1&quot; in %2.</source>
        <translation>Einen Tensor „%1“ gibt es in %2 nicht.</translation>
    </message>
    <message>
        <source>Tensors of more than 4 GiB do not fit into a file of this form</source>
        <translation>Tensoren über 4 GiB passen nicht in eine Datei dieser Form</translation>
    </message>
    <message>
        <source>Use safetensors.</source>
        <translation>safetensors verwenden.</translation>
    </message>
    <message>
        <source>Get the file again: it is damaged or incomplete.</source>
        <translation>Die Datei neu beschaffen: Sie ist beschädigt oder unvollständig.</translation>
    </message>
    <message>
        <source>Get the file again: it is damaged, or not a dictionary of tensors.</source>
        <translation>Die Datei neu beschaffen: Sie ist beschädigt oder kein Verzeichnis von Tensoren.</translation>
    </message>
    <message>
        <source>Only tensors are read from pickles, nothing in them is run. Use safetensors.</source>
        <translation>Aus Pickles werden nur Tensoren gelesen, nichts darin wird ausgeführt. safetensors verwenden.</translation>
    </message>
    <message>
        <source>Use a GGUF file of version 3 in F32, F16, BF16 or Q8_0.</source>
        <translation>Eine GGUF-Datei der Version 3 in F32, F16, BF16 oder Q8_0 verwenden.</translation>
    </message>
    <message>
        <source>%1: the pickle %2 at byte %3</source>
        <translation>%1: Der Pickle bei Byte %3: %2</translation>
    </message>
    <message>
        <source>%1: the pickle asks for %2, which is not a dictionary of tensors</source>
        <translation>%1: Der Pickle verlangt %2, was kein Verzeichnis von Tensoren ist</translation>
    </message>
    <message>
        <source>Tensor &quot;%1&quot; is of type %2, which torch.save cannot keep</source>
        <translation>Tensor „%1“ ist vom Typ %2, den torch.save nicht speichern kann</translation>
    </message>
    <message>
        <source>it has %1 dimensions, more than %2.</source>
        <translation>er hat %1 Dimensionen, mehr als %2.</translation>
    </message>
    <message>
        <source>no %1 tensor can have the shape [%2].</source>
        <translation>kein Tensor vom Typ %1 kann die Form [%2] haben.</translation>
    </message>
    <message>
        <source>%1 of shape [%2] takes %3 bytes, but its data_offsets span %4.</source>
        <translation>%1 der Form [%2] braucht %3 Byte, aber die data_offsets umfassen %4.</translation>
    </message>
    <message>
        <source>its description is not an object.</source>
        <translation>die Beschreibung ist kein Objekt.</translation>
    </message>
    <message>
        <source>its dtype &quot;%1&quot; is not known.</source>
        <translation>der dtype „%1“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Use a version of the model in BF16, F16 or F32.</source>
        <translation>Eine Fassung des Modells in BF16, F16 oder F32 verwenden.</translation>
    </message>
    <message>
        <source>its data_offsets [%1] are not a begin and an end.</source>
        <translation>die data_offsets [%1] sind kein Anfang und Ende.</translation>
    </message>
    <message>
        <source>its bytes overlap those of another tensor.</source>
        <translation>die Bytes überschneiden sich mit denen eines anderen Tensors.</translation>
    </message>
    <message>
        <source>%1 bytes before it belong to no tensor.</source>
        <translation>%1 Byte davor gehören zu keinem Tensor.</translation>
    </message>
    <message>
        <source>%1 bytes at the end belong to no tensor.</source>
        <translation>%1 Byte am Ende gehören zu keinem Tensor.</translation>
    </message>
    <message>
        <source>its header of %1 is larger than the limit of %2.</source>
        <translation>ihr Kopf von %1 ist größer als die Grenze von %2.</translation>
    </message>
    <message>
        <source>its header is truncated.</source>
        <translation>ihr Kopf ist abgeschnitten.</translation>
    </message>
    <message>
        <source>its header does not end with &quot;}&quot; and spaces.</source>
        <translation>ihr Kopf endet nicht mit „}“ und Leerzeichen.</translation>
    </message>
    <message>
        <source>%1: the archive %2</source>
        <translation>%1: Das Archiv %2</translation>
    </message>
    <message>
        <source>ends in its directory</source>
        <translation>endet in seinem Verzeichnis</translation>
    </message>
    <message>
        <source>has a directory that is not one</source>
        <translation>hat ein Verzeichnis, das keines ist</translation>
    </message>
    <message>
        <source>holds a file that is compressed or encrypted</source>
        <translation>enthält eine gepackte oder verschlüsselte Datei</translation>
    </message>
    <message>
        <source>is a zip64 archive</source>
        <translation>ist ein zip64-Archiv</translation>
    </message>
    <message>
        <source>has no file where &quot;%1&quot; should begin</source>
        <translation>hat keine Datei, wo „%1“ beginnen sollte</translation>
    </message>
    <message>
        <source>ends before &quot;%1&quot; does</source>
        <translation>endet vor „%1“</translation>
    </message>
    <message>
        <source>has other bytes in &quot;%1&quot; than were written</source>
        <translation>hat in „%1“ andere Bytes, als geschrieben wurden</translation>
    </message>
    <message>
        <source>is larger than 4 GiB</source>
        <translation>ist größer als 4 GiB</translation>
    </message>
    <message>
        <source>is not a zip archive, or its end is missing</source>
        <translation>ist kein zip-Archiv, oder das Ende fehlt</translation>
    </message>
    <message>
        <source>has its directory outside the file</source>
        <translation>hat sein Verzeichnis außerhalb der Datei</translation>
    </message>
    <message>
        <source>has two files of the name &quot;%1&quot;</source>
        <translation>hat zwei Dateien mit dem Namen „%1“</translation>
    </message>
    <message>
        <source>Write it with torch.save as it is by default, or use safetensors.</source>
        <translation>Sie mit torch.save in dessen Standardform schreiben oder safetensors verwenden.</translation>
    </message>
    <message>
        <source>Tensor %1 cannot be written: its name occurs twice, or its bytes do not fit its shape</source>
        <translation>Tensor %1 lässt sich nicht schreiben: Der Name kommt zweimal vor, oder die Bytes passen nicht zur Form</translation>
    </message>
    <message>
        <source>The checkpoint is quantized %1, which is not supported</source>
        <translation>Das Modell ist quantisiert (%1), was nicht unterstützt wird</translation>
    </message>
    <message>
        <source>Use the unquantized model, or one that bitsandbytes has quantized to 4 bits.</source>
        <translation>Das unquantisierte Modell verwenden oder eines, das bitsandbytes auf 4 Bit quantisiert hat.</translation>
    </message>
    <message>
        <source>Download the weights again.</source>
        <translation>Die Gewichte neu herunterladen.</translation>
    </message>
    <message>
        <source>Only the choice of one label out of several is supported.</source>
        <translation>Unterstützt wird nur die Wahl eines von mehreren Labels.</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot; is not supported yet</source>
        <translation>%1 „%2“ wird noch nicht unterstützt</translation>
    </message>
    <message>
        <source>Choose a model with absolute positions.</source>
        <translation>Ein Modell mit absoluten Positionen wählen.</translation>
    </message>
    <message>
        <source>Choose a model without it, or a newer version of Tunebench.</source>
        <translation>Ein Modell ohne diese Angabe oder eine neuere Version von Tunebench wählen.</translation>
    </message>
    <message>
        <source>%1 is %2, which no model can have</source>
        <translation>%1 ist %2, was kein Modell haben kann</translation>
    </message>
    <message>
        <source>%1 is %2, which is more than %3</source>
        <translation>%1 ist %2, mehr als %3</translation>
    </message>
    <message>
        <source>layer_types names %1 layers of %2</source>
        <translation>layer_types nennt %1 Schichten von %2</translation>
    </message>
    <message>
        <source>%1 beside hidden_size %2 is not supported yet</source>
        <translation>%1 neben hidden_size %2 wird noch nicht unterstützt</translation>
    </message>
    <message>
        <source>Choose another size of ELECTRA, such as base.</source>
        <translation>Eine andere Größe von ELECTRA wählen, etwa base.</translation>
    </message>
    <message>
        <source>query_pre_attn_scalar is %1</source>
        <translation>query_pre_attn_scalar ist %1</translation>
    </message>
    <message>
        <source>logits_scaling is 0</source>
        <translation>logits_scaling ist 0</translation>
    </message>
    <message>
        <source>router_jitter_noise is not supported yet</source>
        <translation>router_jitter_noise wird noch nicht unterstützt</translation>
    </message>
    <message>
        <source>Set it to 0 in config.json: it is noise in training, and no part of the model.</source>
        <translation>Es in config.json auf 0 setzen: Es ist Rauschen beim Training und kein Teil des Modells.</translation>
    </message>
    <message>
        <source>Models that pool by cls or mean are supported.</source>
        <translation>Unterstützt werden Modelle, die mit cls oder mean zusammenfassen.</translation>
    </message>
    <message>
        <source>Choose another size of OPT: only opt-350m has it.</source>
        <translation>Eine andere Größe von OPT wählen: Nur opt-350m hat das.</translation>
    </message>
    <message>
        <source>pad_token_id is %1, which leaves no positions</source>
        <translation>pad_token_id ist %1, was keine Positionen übrig lässt</translation>
    </message>
    <message>
        <source>no_rope_layers has %1 entries for %2 layers</source>
        <translation>no_rope_layers hat %1 Einträge für %2 Schichten</translation>
    </message>
    <message>
        <source>quantization.block_size must be a power of two, got %1</source>
        <translation>quantization.block_size muss eine Zweierpotenz sein, nicht %1</translation>
    </message>
    <message>
        <source>64 is usual; 128, 256, 512, 1024, 2048 and 4096 save a little more memory.</source>
        <translation>Üblich ist 64; 128, 256, 512, 1024, 2048 und 4096 sparen etwas mehr Speicher.</translation>
    </message>
    <message>
        <source>rope_scaling of type &quot;%1&quot; is not supported yet</source>
        <translation>rope_scaling vom Typ „%1“ wird noch nicht unterstützt</translation>
    </message>
    <message>
        <source>There is no shape &apos;%1&apos;</source>
        <translation>Eine Form „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>%1: tensor %2 is missing</source>
        <translation>%1: Tensor %2 fehlt</translation>
    </message>
    <message>
        <source>The file belongs to another model or to other settings.</source>
        <translation>Die Datei gehört zu einem anderen Modell oder zu anderen Einstellungen.</translation>
    </message>
    <message>
        <source>The download is incomplete, or config.json is of another model.</source>
        <translation>Der Download ist unvollständig, oder config.json ist von einem anderen Modell.</translation>
    </message>
    <message>
        <source>%1: tensor %2 has the shape [%3], but config.json asks for [%4]</source>
        <translation>%1: Tensor %2 hat die Form [%3], aber config.json verlangt [%4]</translation>
    </message>
    <message>
        <source>config.json and the weights are not of the same model: download both again.</source>
        <translation>config.json und die Gewichte sind nicht vom selben Modell: beide neu herunterladen.</translation>
    </message>
    <message>
        <source>%1: tensor %2 is of type %3, which is not supported yet</source>
        <translation>%1: Tensor %2 ist vom Typ %3, der noch nicht unterstützt wird</translation>
    </message>
    <message>
        <source>Use a checkpoint in fp32, fp16 or bf16.</source>
        <translation>Ein Modell in fp32, fp16 oder bf16 verwenden.</translation>
    </message>
    <message>
        <source>%1 has the shape [%2], but [%3] is needed</source>
        <translation>%1 hat die Form [%2], aber [%3] ist nötig</translation>
    </message>
    <message>
        <source>%1: tensor %2 has the shape [%3], but [%4] is needed</source>
        <translation>%1: Tensor %2 hat die Form [%3], aber [%4] ist nötig</translation>
    </message>
    <message>
        <source>The quantized weights are not whole, or config.json is of another model: download them again.</source>
        <translation>Die quantisierten Gewichte sind nicht vollständig, oder config.json ist von einem anderen Modell: sie neu herunterladen.</translation>
    </message>
    <message>
        <source>%1 has values that are not finite and cannot be quantized</source>
        <translation>%1 hat Werte, die nicht endlich sind und sich nicht quantisieren lassen</translation>
    </message>
    <message>
        <source>The model is broken: use another copy of it, or no quantization to look at it.</source>
        <translation>Das Modell ist fehlerhaft: eine andere Kopie verwenden oder es ohne Quantisierung ansehen.</translation>
    </message>
    <message>
        <source>%1 cannot be part of a weighted sum: %2</source>
        <translation>%1 kann nicht Teil einer gewichteten Summe sein: %2</translation>
    </message>
    <message>
        <source>it works between the layers, not on their weights</source>
        <translation>er wirkt zwischen den Schichten, nicht auf ihre Gewichte</translation>
    </message>
    <message>
        <source>what it does to a weight depends on that weight</source>
        <translation>was er an einem Gewicht tut, hängt von diesem ab</translation>
    </message>
    <message>
        <source>it replaces tensors of the base model</source>
        <translation>er ersetzt Tensoren des Basismodells</translation>
    </message>
    <message>
        <source>Use it alone and with weight 1; only LoRA adapters without replaced modules are summed.</source>
        <translation>Ihn allein und mit Gewicht 1 verwenden; summiert werden nur LoRA-Adapter ohne ersetzte Module.</translation>
    </message>
    <message>
        <source>Loading %1 has changed the base model itself</source>
        <translation>Das Laden von %1 hat das Basismodell selbst verändert</translation>
    </message>
    <message>
        <source>The adapter %1 is not loaded</source>
        <translation>Der Adapter %1 ist nicht geladen</translation>
    </message>
    <message>
        <source>Load it first.</source>
        <translation>Ihn zuerst laden.</translation>
    </message>
    <message>
        <source>The weight of %1 is not a finite number</source>
        <translation>Das Gewicht von %1 ist keine endliche Zahl</translation>
    </message>
    <message>
        <source>Give a number such as 0.5.</source>
        <translation>Eine Zahl wie 0.5 angeben.</translation>
    </message>
    <message>
        <source>%1: a %2 is an encoder without a head: it neither generates text nor tells classes apart</source>
        <translation>%1: Ein %2 ist ein Encoder ohne Kopf: Er erzeugt weder Text noch unterscheidet er Klassen</translation>
    </message>
    <message>
        <source>Train it to classify first, or choose a classifier.</source>
        <translation>Ihn zuerst zum Klassifizieren trainieren oder einen Klassifikator wählen.</translation>
    </message>
    <message>
        <source>%1 has no adapter in PEFT&apos;s format</source>
        <translation>%1 hat keinen Adapter im Format von PEFT</translation>
    </message>
    <message>
        <source>Export it as merged model instead.</source>
        <translation>Stattdessen als verschmolzenes Modell exportieren.</translation>
    </message>
    <message>
        <source>%1: adapters of type %2 are not supported yet</source>
        <translation>%1: Adapter vom Typ %2 werden noch nicht unterstützt</translation>
    </message>
    <message>
        <source>%1: adapters of this type are not supported yet</source>
        <translation>%1: Adapter dieses Typs werden noch nicht unterstützt</translation>
    </message>
    <message>
        <source>%1: tensor %2 belongs to no adapted module of this model</source>
        <translation>%1: Tensor %2 gehört zu keinem angepassten Modul dieses Modells</translation>
    </message>
    <message>
        <source>%1 has no form in the format %2</source>
        <translation>%1 hat keine Form im Format %2</translation>
    </message>
    <message>
        <source>Choose another format.</source>
        <translation>Ein anderes Format wählen.</translation>
    </message>
    <message>
        <source>%1: the adapter is of a classifier but has no head for two labels or more</source>
        <translation>%1: Der Adapter ist von einem Klassifikator, hat aber keinen Kopf für zwei oder mehr Labels</translation>
    </message>
    <message>
        <source>Use an adapter that was saved with its head (modules_to_save).</source>
        <translation>Einen Adapter verwenden, der mit seinem Kopf gespeichert wurde (modules_to_save).</translation>
    </message>
    <message>
        <source>%1 holds more than one adapter</source>
        <translation>%1 enthält mehr als einen Adapter</translation>
    </message>
    <message>
        <source>Save each of them in a folder of its own.</source>
        <translation>Jeden in einem eigenen Ordner speichern.</translation>
    </message>
    <message>
        <source>The validation data of the run cannot be read any more: %1</source>
        <translation>Die Validierungsdaten des Laufs lassen sich nicht mehr lesen: %1</translation>
    </message>
    <message>
        <source>%1 has no checkpoint to export</source>
        <translation>%1 hat keinen Checkpoint zum Exportieren</translation>
    </message>
    <message>
        <source>Train the run at least to its first save.</source>
        <translation>Den Lauf wenigstens bis zum ersten Speichern trainieren.</translation>
    </message>
    <message>
        <source>There is no export format &apos;%1&apos;</source>
        <translation>Ein Exportformat „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>This version has no method &apos;%1&apos;</source>
        <translation>Diese Version hat keine Methode „%1“</translation>
    </message>
    <message>
        <source>Use the version of Tunebench that made the run.</source>
        <translation>Die Version von Tunebench verwenden, von der der Lauf stammt.</translation>
    </message>
    <message>
        <source>%1 exists and is not empty</source>
        <translation>%1 gibt es schon, und es ist nicht leer</translation>
    </message>
    <message>
        <source>Choose a new folder: nothing that exists is overwritten.</source>
        <translation>Einen neuen Ordner wählen: Vorhandenes wird nicht überschrieben.</translation>
    </message>
    <message>
        <source>What was written does not give the trained model back: its logits differ by %1 of the largest, where %2 is the most that rounding explains; it was not kept</source>
        <translation>Das Geschriebene ergibt nicht wieder das trainierte Modell: Seine Logits weichen um %1 des größten ab, wo das Runden höchstens %2 erklärt; es wurde nicht behalten</translation>
    </message>
    <message>
        <source>Choose another format, and please report this with the run file.</source>
        <translation>Ein anderes Format wählen und das bitte mit der Laufdatei melden.</translation>
    </message>
    <message>
        <source>The export was stopped; nothing was kept</source>
        <translation>Der Export wurde abgebrochen; nichts wurde behalten</translation>
    </message>
    <message>
        <source>%1; %2 is exported instead</source>
        <translation>%1; stattdessen wird %2 exportiert</translation>
    </message>
    <message>
        <source>%1 is not an adapter in a known format</source>
        <translation>%1 ist kein Adapter in einem bekannten Format</translation>
    </message>
    <message>
        <source>Choose a folder as PEFT, AdapterHub or pyreft write it, or one with an adapter.gguf.</source>
        <translation>Einen Ordner wählen, wie ihn PEFT, AdapterHub oder pyreft schreiben, oder einen mit adapter.gguf.</translation>
    </message>
    <message>
        <source>The file was made from another model, or not completely.</source>
        <translation>Die Datei wurde aus einem anderen Modell gemacht oder nicht vollständig.</translation>
    </message>
    <message>
        <source>The file was made from another model.</source>
        <translation>Die Datei wurde aus einem anderen Modell gemacht.</translation>
    </message>
    <message>
        <source>%1 cannot be written as &apos;%2&apos;</source>
        <translation>%1 lässt sich nicht als „%2“ schreiben</translation>
    </message>
    <message>
        <source>%1: %2NB with N = %3 trained parameters and B = %4 bytes: %5</source>
        <translation>%1: %2NB mit N = %3 trainierten Parametern und B = %4 Byte: %5</translation>
    </message>
    <message>
        <source>%1: N · (%2 + %3 + %4) bytes with N = %5 trained parameters: %6</source>
        <translation>%1: N · (%2 + %3 + %4) Byte mit N = %5 trainierten Parametern: %6</translation>
    </message>
    <message>
        <source>%1 has no form in this format</source>
        <translation>%1 hat keine Form in diesem Format</translation>
    </message>
    <message>
        <source>%1 cannot be merged into the weights of the model</source>
        <translation>%1 lässt sich nicht mit den Gewichten des Modells verschmelzen</translation>
    </message>
    <message>
        <source>%1 has no place in a GGUF adapter</source>
        <translation>%1 hat keinen Platz in einem GGUF-Adapter</translation>
    </message>
    <message>
        <source>Merge it instead: choose gguf-model or merged.</source>
        <translation>Ihn stattdessen verschmelzen: gguf-model oder merged wählen.</translation>
    </message>
    <message>
        <source>%1: tensor %2 is no matrix of %3 columns</source>
        <translation>%1: Tensor %2 ist keine Matrix mit %3 Spalten</translation>
    </message>
    <message>
        <source>%1 is no LoRA adapter for the architecture %2</source>
        <translation>%1 ist kein LoRA-Adapter für die Architektur %2</translation>
    </message>
    <message>
        <source>Choose an adapter that was made for this model.</source>
        <translation>Einen Adapter wählen, der für dieses Modell gemacht wurde.</translation>
    </message>
    <message>
        <source>%1: tensor %2 has not a row for each of %3 tokens</source>
        <translation>%1: Tensor %2 hat nicht je eine Zeile für %3 Token</translation>
    </message>
    <message>
        <source>%1: %2 of its %3 tensors belong to no module of this model</source>
        <translation>%1: %2 von %3 Tensoren gehören zu keinem Modul dieses Modells</translation>
    </message>
    <message>
        <source>%1: the key %2.%3 is missing or of another type</source>
        <translation>%1: Der Schlüssel %2.%3 fehlt oder hat einen anderen Typ</translation>
    </message>
    <message>
        <source>The file was not written for this architecture, or not completely.</source>
        <translation>Die Datei wurde nicht für diese Architektur geschrieben oder nicht vollständig.</translation>
    </message>
    <message>
        <source>%1: its architecture is &quot;%2&quot;, not &quot;%3&quot;</source>
        <translation>%1: Die Architektur ist „%2“, nicht „%3“</translation>
    </message>
    <message>
        <source>Choose a file that was made from this model.</source>
        <translation>Eine Datei wählen, die aus diesem Modell gemacht wurde.</translation>
    </message>
    <message>
        <source>%1: %2 is not the scaling of positions of this model</source>
        <translation>%1: %2 ist nicht die Skalierung der Positionen dieses Modells</translation>
    </message>
    <message>
        <source>llama.cpp does not compute this model: %1</source>
        <translation>llama.cpp kann dieses Modell nicht berechnen: %1</translation>
    </message>
    <message>
        <source>Choose peft or merged.</source>
        <translation>peft oder merged wählen.</translation>
    </message>
    <message>
        <source>The rope_scaling of this model cannot be written as GGUF yet; linear and llama3 can</source>
        <translation>rope_scaling dieses Modells lässt sich noch nicht als GGUF schreiben; linear und llama3 gehen</translation>
    </message>
    <message>
        <source>%1 (%2) cannot be written as GGUF yet; Llama, Mistral, Mixtral, Qwen2, Qwen3 MoE and GPT-2 with their usual activation can</source>
        <translation>%1 (%2) lässt sich noch nicht als GGUF schreiben; Llama, Mistral, Mixtral, Qwen2, Qwen3 MoE und GPT-2 mit ihrer üblichen Aktivierung gehen</translation>
    </message>
    <message>
        <source>Choose merged, and convert the folder with the tools of llama.cpp if they know its tokenizer.</source>
        <translation>merged wählen und den Ordner mit den Werkzeugen von llama.cpp umwandeln, falls sie seinen Tokenizer kennen.</translation>
    </message>
    <message>
        <source>%1 has tokens up to %2, but the model&apos;s embedding only %3 rows</source>
        <translation>%1 hat Token bis %2, das Embedding des Modells aber nur %3 Zeilen</translation>
    </message>
    <message>
        <source>The tokenizer belongs to another model.</source>
        <translation>Der Tokenizer gehört zu einem anderen Modell.</translation>
    </message>
    <message>
        <source>The file does not say that it is a study</source>
        <translation>Die Datei sagt nicht, dass sie eine Studie ist</translation>
    </message>
    <message>
        <source>A study begins with { &quot;format&quot;: &quot;%1&quot;, … }.</source>
        <translation>Eine Studie beginnt mit { &quot;format&quot;: &quot;%1&quot;, … }.</translation>
    </message>
    <message>
        <source>The grid of &quot;%1&quot; has more than %2 combinations</source>
        <translation>Das Raster von „%1“ hat mehr als %2 Kombinationen</translation>
    </message>
    <message>
        <source>Vary fewer fields at once.</source>
        <translation>Weniger Felder zugleich variieren.</translation>
    </message>
    <message>
        <source>Two methods are called &quot;%1&quot;</source>
        <translation>Zwei Methoden heißen „%1“</translation>
    </message>
    <message>
        <source>Give each a name of its own.</source>
        <translation>Jeder einen eigenen Namen geben.</translation>
    </message>
    <message>
        <source>The baseline &quot;%1&quot; is none of the methods</source>
        <translation>Die Vergleichsbasis „%1“ ist keine der Methoden</translation>
    </message>
    <message>
        <source>The study has no held-out data to judge methods by</source>
        <translation>Die Studie hat keine zurückgehaltenen Daten, um Methoden zu beurteilen</translation>
    </message>
    <message>
        <source>Set held_out, or data.validation in the base.</source>
        <translation>held_out setzen oder data.validation in der Basis.</translation>
    </message>
    <message>
        <source>The search of learning rates needs validation data</source>
        <translation>Die Suche nach Lernraten braucht Validierungsdaten</translation>
    </message>
    <message>
        <source>Set data.validation in the base, or leave learning_rates out.</source>
        <translation>data.validation in der Basis setzen oder learning_rates weglassen.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no state of a run</source>
        <translation>„%1“ ist kein Zustand eines Laufs</translation>
    </message>
    <message>
        <source>The study&apos;s folder %1 cannot be made: %2</source>
        <translation>Der Ordner der Studie %1 lässt sich nicht anlegen: %2</translation>
    </message>
    <message>
        <source>Choose another data folder.</source>
        <translation>Einen anderen Datenordner wählen.</translation>
    </message>
    <message>
        <source>The study %1 is being run by %2</source>
        <translation>Die Studie %1 wird gerade von %2 ausgeführt</translation>
    </message>
    <message>
        <source>Wait until it is done, or stop it there first; a study is run by one process at a time.</source>
        <translation>Warten, bis sie fertig ist, oder sie zuerst dort beenden; eine Studie führt immer nur ein Prozess aus.</translation>
    </message>
    <message>
        <source>%1 is trained on and judged by as well</source>
        <translation>Auf %1 wird trainiert und danach auch geurteilt</translation>
    </message>
    <message>
        <source>Judge by other text, or by another slice of the file: the loss on it says what was memorised.</source>
        <translation>Nach anderem Text oder einem anderen Ausschnitt der Datei urteilen: Der Verlust darauf sagt, was auswendig gelernt wurde.</translation>
    </message>
    <message>
        <source>Lower budget.batch_size or data.max_length in the base.</source>
        <translation>budget.batch_size oder data.max_length in der Basis senken.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not end in .md, .html or .tex</source>
        <translation>„%1“ endet nicht auf .md, .html oder .tex</translation>
    </message>
    <message>
        <source>The ending says what is written: Markdown, HTML or LaTeX.</source>
        <translation>Die Endung sagt, was geschrieben wird: Markdown, HTML oder LaTeX.</translation>
    </message>
    <message>
        <source>is &apos;%1&apos;, which is neither nf4 nor fp4</source>
        <translation>ist „%1“, also weder nf4 noch fp4</translation>
    </message>
    <message>
        <source>is &apos;%1&apos;</source>
        <translation>ist „%1“</translation>
    </message>
    <message>
        <source>id2label has %1 entries</source>
        <translation>id2label hat %1 Einträge</translation>
    </message>
    <message>
        <source>id2label has %1 entries, but no text for %2</source>
        <translation>id2label hat %1 Einträge, aber keinen Text für %2</translation>
    </message>
    <message>
        <source>id2label calls two labels &apos;%1&apos;</source>
        <translation>id2label nennt zwei Labels „%1“</translation>
    </message>
    <message>
        <source>num_labels is %1</source>
        <translation>num_labels ist %1</translation>
    </message>
    <message>
        <source>problem_type %1 is not supported yet</source>
        <translation>problem_type %1 wird noch nicht unterstützt</translation>
    </message>
    <message>
        <source>a model with one label is a regression, which is not supported yet</source>
        <translation>ein Modell mit einem Label ist eine Regression, die noch nicht unterstützt wird</translation>
    </message>
    <message>
        <source>%1 is %2 in each of %3 layers, which is more than %4 altogether</source>
        <translation>%1 ist %2 in jeder von %3 Schichten, zusammen mehr als %4</translation>
    </message>
    <message>
        <source>num_experts_per_tok is %1, but there are %2 experts</source>
        <translation>num_experts_per_tok ist %1, aber es gibt %2 Experten</translation>
    </message>
    <message>
        <source>%1 = %2 is not supported yet</source>
        <translation>%1 = %2 wird noch nicht unterstützt</translation>
    </message>
    <message>
        <source>Cannot rename %1: %2.</source>
        <translation>%1 lässt sich nicht umbenennen: %2.</translation>
    </message>
    <message>
        <source>Cannot rename %1 to %2: %3.</source>
        <translation>%1 lässt sich nicht in %2 umbenennen: %3.</translation>
    </message>
    <message>
        <source>Cannot remove %1: %2.</source>
        <translation>%1 lässt sich nicht entfernen: %2.</translation>
    </message>
    <message>
        <source>Cannot delete %1: %2.</source>
        <translation>%1 lässt sich nicht löschen: %2.</translation>
    </message>
    <message>
        <source>Cannot copy %1: %2.</source>
        <translation>%1 lässt sich nicht kopieren: %2.</translation>
    </message>
    <message>
        <source>Cannot lock %1: %2.</source>
        <translation>%1 lässt sich nicht sperren: %2.</translation>
    </message>
    <message>
        <source>Cannot map %1: %2.</source>
        <translation>%1 lässt sich nicht in den Speicher einblenden: %2.</translation>
    </message>
    <message>
        <source>Cannot sync %1: %2.</source>
        <translation>%1 lässt sich nicht auf den Datenträger bringen: %2.</translation>
    </message>
    <message>
        <source>Cannot make the folder %1: %2.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen: %2.</translation>
    </message>
    <message>
        <source>Cannot create a folder in %1: %2.</source>
        <translation>In %1 lässt sich kein Ordner anlegen: %2.</translation>
    </message>
    <message>
        <source>Cannot repair the last line of %1: %2.</source>
        <translation>Die letzte Zeile von %1 lässt sich nicht reparieren: %2.</translation>
    </message>
    <message>
        <source>Cannot ask for the free space of %1: %2.</source>
        <translation>Der freie Platz von %1 lässt sich nicht erfragen: %2.</translation>
    </message>
    <message>
        <source>The cache holds %1 without %2.</source>
        <translation>Der Cache enthält %1 ohne %2.</translation>
    </message>
    <message>
        <source>Download it once more without --offline: only what is missing is fetched.</source>
        <translation>Es noch einmal ohne --offline herunterladen: Nur das Fehlende wird geholt.</translation>
    </message>
    <message>
        <source>%1 is not in the cache %2.</source>
        <translation>%1 ist nicht im Cache %2.</translation>
    </message>
    <message>
        <source>%1 has its weights as pickles only (.bin, .pt), which can run code of others when they are opened; Tunebench reads safetensors.</source>
        <translation>%1 hat seine Gewichte nur als Pickle (.bin, .pt), die beim Öffnen fremden Code ausführen können; Tunebench liest safetensors.</translation>
    </message>
    <message>
        <source>Look for a version with .safetensors (often a revision &quot;refs/pr/…&quot;), or convert the files with the hub&apos;s page &quot;safetensors/convert&quot;. --all downloads them as they are.</source>
        <translation>Eine Fassung mit .safetensors suchen (oft eine Revision „refs/pr/…“) oder die Dateien mit der Seite „safetensors/convert“ des Hubs umwandeln. --all lädt sie, wie sie sind.</translation>
    </message>
    <message>
        <source>None of the %1 files of %2 is asked for.</source>
        <translation>Keine der %1 Dateien von %2 ist verlangt.</translation>
    </message>
    <message>
        <source>--all downloads every file, --include PATTERN those that fit; the repository&apos;s page on the hub lists them.</source>
        <translation>--all lädt jede Datei, --include MUSTER die passenden; die Seite des Repositorys im Hub nennt sie.</translation>
    </message>
    <message>
        <source>%1 (%2) has no %3 in the hub&apos;s cache.</source>
        <translation>%1 (%2) hat kein %3 im Cache des Hubs.</translation>
    </message>
    <message>
        <source>Look at its spelling, or fetch it: `%1 --include &quot;%2&quot;`.</source>
        <translation>Die Schreibweise prüfen oder es holen: `%1 --include &quot;%2&quot;`.</translation>
    </message>
    <message>
        <source>This Tunebench was built without the hub.</source>
        <translation>Dieses Tunebench wurde ohne den Hub gebaut.</translation>
    </message>
    <message>
        <source>Download the files with another tool and give the folder, or build with -DTUNEBENCH_HUB=ON.</source>
        <translation>Die Dateien mit einem anderen Werkzeug herunterladen und den Ordner angeben oder mit -DTUNEBENCH_HUB=ON bauen.</translation>
    </message>
    <message>
        <source>no file has %1 bytes.</source>
        <translation>keine Datei hat %1 Byte.</translation>
    </message>
    <message>
        <source>&quot;sha&quot; is not a commit of 40 digits.</source>
        <translation>„sha“ ist kein Commit aus 40 Ziffern.</translation>
    </message>
    <message>
        <source>%1: the answer must be %2.</source>
        <translation>%1: Die Antwort muss %2 sein.</translation>
    </message>
    <message>
        <source>There is no folder for the hub&apos;s cache: HOME is not set.</source>
        <translation>Es gibt keinen Ordner für den Cache des Hubs: HOME ist nicht gesetzt.</translation>
    </message>
    <message>
        <source>Set HF_HUB_CACHE to a folder.</source>
        <translation>HF_HUB_CACHE auf einen Ordner setzen.</translation>
    </message>
    <message>
        <source>The keyring does not %1 the token: %2.</source>
        <translation>Der Schlüsselbund verweigert „%1“ für das Zugriffstoken: %2.</translation>
    </message>
    <message>
        <source>Unlock the desktop&apos;s keyring, or set HF_TOKEN.</source>
        <translation>Den Schlüsselbund des Desktops entsperren oder HF_TOKEN setzen.</translation>
    </message>
    <message>
        <source>There is no desktop session with a keyring here.</source>
        <translation>Hier gibt es keine Desktop-Sitzung mit einem Schlüsselbund.</translation>
    </message>
    <message>
        <source>Set HF_TOKEN, or write the token into the file that `hf auth login` writes.</source>
        <translation>HF_TOKEN setzen oder das Zugriffstoken in die Datei schreiben, die `hf auth login` schreibt.</translation>
    </message>
    <message>
        <source>This Tunebench was built without the desktop&apos;s keyring (libsecret).</source>
        <translation>Dieses Tunebench wurde ohne den Schlüsselbund des Desktops (libsecret) gebaut.</translation>
    </message>
    <message>
        <source>%1 gives neither hash nor size of %2, so that it could not be verified.</source>
        <translation>%1 nennt weder Hash noch Größe von %2, sodass es sich nicht prüfen ließe.</translation>
    </message>
    <message>
        <source>If HF_ENDPOINT names a mirror, use another one.</source>
        <translation>Falls HF_ENDPOINT einen Spiegel nennt, einen anderen benutzen.</translation>
    </message>
    <message>
        <source>%1 changes while it is downloaded.</source>
        <translation>%1 ändert sich während des Herunterladens.</translation>
    </message>
    <message>
        <source>Try again later, or name a commit as the revision.</source>
        <translation>Es später erneut versuchen oder einen Commit als Revision nennen.</translation>
    </message>
    <message>
        <source>%1 has another content by now: %2 instead of %3.</source>
        <translation>%1 hat inzwischen einen anderen Inhalt: %2 statt %3.</translation>
    </message>
    <message>
        <source>%1 sends other bytes than it was asked for.</source>
        <translation>%1 sendet andere Bytes als verlangt.</translation>
    </message>
    <message>
        <source>%1 answers with status %2 and an endless text.</source>
        <translation>%1 antwortet mit Status %2 und einem endlosen Text.</translation>
    </message>
    <message>
        <source>The server&apos;s answer has more than 64 KiB of headers.</source>
        <translation>Die Antwort des Servers hat mehr als 64 KiB an Kopfzeilen.</translation>
    </message>
    <message>
        <source>Cannot fetch from %1: %2.</source>
        <translation>Von %1 lässt sich nichts holen: %2.</translation>
    </message>
    <message>
        <source>%1 redirects with an endless text.</source>
        <translation>%1 leitet mit einem endlosen Text weiter.</translation>
    </message>
    <message>
        <source>%1 redirects more than %2 times.</source>
        <translation>%1 leitet mehr als %2-mal weiter.</translation>
    </message>
    <message>
        <source>%1: the answer is larger than %2.</source>
        <translation>%1: Die Antwort ist größer als %2.</translation>
    </message>
    <message>
        <source>%1 is private, gated, or does not exist.</source>
        <translation>%1 ist privat, zugangsbeschränkt oder nicht vorhanden.</translation>
    </message>
    <message>
        <source>%1 is gated: its owners give access to those who ask.</source>
        <translation>%1 ist zugangsbeschränkt: Seine Eigentümer geben auf Anfrage Zugang.</translation>
    </message>
    <message>
        <source>The token is not sent over plain http: use an endpoint with https.</source>
        <translation>Das Zugriffstoken wird nicht über reines http gesendet: eine Adresse mit https benutzen.</translation>
    </message>
    <message>
        <source>%1 Ask for access on %2.</source>
        <translation>%1 Zugang auf %2 erbitten.</translation>
    </message>
    <message>
        <source>The token that was sent does not open it. Ask for access on %1, or use another token.</source>
        <translation>Das gesendete Zugriffstoken öffnet es nicht. Zugang auf %1 erbitten oder ein anderes benutzen.</translation>
    </message>
    <message>
        <source>%1 has no such revision.</source>
        <translation>%1 hat keine solche Revision.</translation>
    </message>
    <message>
        <source>%1 lists its branches and tags.</source>
        <translation>%1 nennt die Zweige und Tags.</translation>
    </message>
    <message>
        <source>%1 has no such file.</source>
        <translation>%1 hat keine solche Datei.</translation>
    </message>
    <message>
        <source>%1 lists its files.</source>
        <translation>%1 nennt die Dateien.</translation>
    </message>
    <message>
        <source>%1 knows no %2.</source>
        <translation>%1 kennt kein %2.</translation>
    </message>
    <message>
        <source>Look at its spelling; data sets need --dataset.</source>
        <translation>Die Schreibweise prüfen; Datensätze brauchen --dataset.</translation>
    </message>
    <message>
        <source>%1 answers with status %2</source>
        <translation>%1 antwortet mit Status %2</translation>
    </message>
    <message>
        <source>The server has trouble: try again later; what has come so far is kept.</source>
        <translation>Der Server hat Schwierigkeiten: es später erneut versuchen; was schon da ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The connection to %1 fails: %2.</source>
        <translation>Die Verbindung zu %1 misslingt: %2.</translation>
    </message>
    <message>
        <source>What has come so far is kept. Look at the network and the proxy; with --offline the cache is used as it is.</source>
        <translation>Was schon da ist, bleibt erhalten. Netzwerk und Proxy prüfen; mit --offline wird der Cache benutzt, wie er ist.</translation>
    </message>
    <message>
        <source>The list of the files of %1 does not end.</source>
        <translation>Die Liste der Dateien von %1 endet nicht.</translation>
    </message>
    <message>
        <source>The hub is not asked: the offline switch is on.</source>
        <translation>Der Hub wird nicht gefragt: Der Offline-Schalter ist an.</translation>
    </message>
    <message>
        <source>Turn it off in the window, leave out --offline, or unset HF_HUB_OFFLINE and TRANSFORMERS_OFFLINE.</source>
        <translation>Ihn im Fenster ausschalten, --offline weglassen oder HF_HUB_OFFLINE und TRANSFORMERS_OFFLINE entfernen.</translation>
    </message>
    <message>
        <source>%1: asked for the commit %2, the server answers with %3.</source>
        <translation>%1: Verlangt war der Commit %2, der Server antwortet mit %3.</translation>
    </message>
    <message>
        <source>What came from %1 is damaged: its hash is %2, not %3. It was deleted.</source>
        <translation>Was von %1 kam, ist beschädigt: Der Hash ist %2 statt %3. Es wurde gelöscht.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, the server or a proxy on the way changes the bytes.</source>
        <translation>Es erneut versuchen; geschieht es wieder, ändert der Server oder ein Proxy auf dem Weg die Bytes.</translation>
    </message>
    <message>
        <source>The server sends more than the %1 that %2 has.</source>
        <translation>Der Server sendet mehr als die %1, die %2 hat.</translation>
    </message>
    <message>
        <source>%1 redirects to an address that is refused: %2.</source>
        <translation>%1 leitet auf eine Adresse weiter, die abgelehnt wird: %2.</translation>
    </message>
    <message>
        <source>If HF_ENDPOINT names a mirror, look whether its address is right.</source>
        <translation>Falls HF_ENDPOINT einen Spiegel nennt, dessen Adresse prüfen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of a web server.</source>
        <translation>„%1“ ist keine Adresse eines Webservers.</translation>
    </message>
    <message>
        <source>HF_ENDPOINT has the form https://HOST, without user and password.</source>
        <translation>HF_ENDPOINT hat die Form https://HOST, ohne Benutzer und Passwort.</translation>
    </message>
    <message>
        <source>%1 is not the name of a repository.</source>
        <translation>%1 ist nicht der Name eines Repositorys.</translation>
    </message>
    <message>
        <source>Names have the form ORGANISATION/NAME, as in the address of the repository&apos;s page on the hub.</source>
        <translation>Namen haben die Form ORGANISATION/NAME wie in der Adresse der Seite des Repositorys im Hub.</translation>
    </message>
    <message>
        <source>%1 is not a revision.</source>
        <translation>%1 ist keine Revision.</translation>
    </message>
    <message>
        <source>A revision is a branch (main), a tag, or a commit of 40 digits.</source>
        <translation>Eine Revision ist ein Zweig (main), ein Tag oder ein Commit aus 40 Ziffern.</translation>
    </message>
    <message>
        <source>%1 does not hold a commit of 40 digits.</source>
        <translation>%1 enthält keinen Commit aus 40 Ziffern.</translation>
    </message>
    <message>
        <source>Delete it and download the repository again.</source>
        <translation>Die Datei löschen und das Repository neu herunterladen.</translation>
    </message>
    <message>
        <source>The download was stopped.</source>
        <translation>Das Herunterladen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The same download, started again, goes on where it was.</source>
        <translation>Erneut gestartet, geht dasselbe Herunterladen dort weiter, wo es war.</translation>
    </message>
    <message>
        <source>The token of %1 has characters that no token has.</source>
        <translation>Das Zugriffstoken von %1 hat Zeichen, die kein Zugriffstoken hat.</translation>
    </message>
    <message>
        <source>Store it again; tokens of the hub begin with &quot;hf_&quot;.</source>
        <translation>Es erneut speichern; Zugriffstoken des Hubs beginnen mit „hf_“.</translation>
    </message>
    <message>
        <source>A token with the right to read it is needed: set HF_TOKEN, or put it into the token file or the keyring.</source>
        <translation>Nötig ist ein Zugriffstoken mit Leserecht: HF_TOKEN setzen oder es in der Token-Datei oder im Schlüsselbund ablegen.</translation>
    </message>
    <message>
        <source>The keyring does not store the token: %1.</source>
        <translation>Der Schlüsselbund speichert das Zugriffstoken nicht: %1.</translation>
    </message>
    <message>
        <source>The keyring does not remove the token: %1.</source>
        <translation>Der Schlüsselbund entfernt das Zugriffstoken nicht: %1.</translation>
    </message>
    <message>
        <source>Too many requests: it asks to wait %1 s.</source>
        <translation>Zu viele Anfragen: Er bittet, %1 s zu warten.</translation>
    </message>
    <message>
        <source>Too many requests: wait some minutes.</source>
        <translation>Zu viele Anfragen: einige Minuten warten.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted here: look at the clock, the package ca-certificates, and the proxy.</source>
        <translation>Dem Zertifikat des Servers wird hier nicht vertraut: Uhr, Paket ca-certificates und Proxy prüfen.</translation>
    </message>
    <message>
        <source>no byte comes any more</source>
        <translation>es kommt kein Byte mehr</translation>
    </message>
    <message>
        <source>it cannot be read, or has a user name in it</source>
        <translation>sie ist nicht lesbar oder enthält einen Benutzernamen</translation>
    </message>
    <message>
        <source>it is neither http nor https</source>
        <translation>sie ist weder http noch https</translation>
    </message>
    <message>
        <source>it leaves https</source>
        <translation>sie verlässt https</translation>
    </message>
    <message>
        <source>Tunebench ran out of memory while reading the model</source>
        <translation>Tunebench ging beim Lesen des Modells der Speicher aus</translation>
    </message>
    <message>
        <source>Tunebench ran out of memory while starting the engine</source>
        <translation>Tunebench ging beim Starten der Engine der Speicher aus</translation>
    </message>
    <message>
        <source>The engine failed while reading the model</source>
        <translation>Die Engine ist beim Lesen des Modells gescheitert</translation>
    </message>
    <message>
        <source>The engine failed while starting the engine</source>
        <translation>Die Engine ist beim Starten gescheitert</translation>
    </message>
    <message>
        <source>Matrix products run at only %1 GFLOP/s: LibTorch found no tuned BLAS. Install libopenblas0-openmp, which makes training 10 to 40 times faster.</source>
        <translation>Matrixprodukte erreichen nur %1 GFLOP/s: LibTorch hat keine optimierte BLAS gefunden. libopenblas0-openmp installieren: Das Training wird damit 10- bis 40-mal so schnell.</translation>
    </message>
    <message>
        <source>Leave the type out: the weights are written as they were trained.</source>
        <translation>Den Typ weglassen: Die Gewichte werden geschrieben, wie sie trainiert wurden.</translation>
    </message>
    <message>
        <source>its sizes make more parameters than any model can have</source>
        <translation>die Größen ergeben mehr Parameter, als ein Modell haben kann</translation>
    </message>
    <message>
        <source>num_attention_heads %1 is not a multiple of num_key_value_heads %2</source>
        <translation>num_attention_heads %1 ist kein Vielfaches von num_key_value_heads %2</translation>
    </message>
    <message>
        <source>a head of %1 dimensions cannot be</source>
        <translation>einen Kopf mit %1 Dimensionen kann es nicht geben</translation>
    </message>
    <message>
        <source>hidden size %1 is not a multiple of %2 heads</source>
        <translation>die Breite %1 ist kein Vielfaches von %2 Köpfen</translation>
    </message>
    <message>
        <source>%1 has %2 numbers for %3 rotated dimensions</source>
        <translation>%1 hat %2 Zahlen für %3 rotierte Dimensionen</translation>
    </message>
    <message>
        <source>%1 has an entry that is no number above 0</source>
        <translation>%1 hat einen Eintrag, der keine Zahl über 0 ist</translation>
    </message>
    <message>
        <source>it is a Git LFS pointer, not the file itself</source>
        <translation>sie ist ein Verweis von Git LFS, nicht die Datei selbst</translation>
    </message>
    <message>
        <source>the header&apos;s __metadata__ is not an object.</source>
        <translation>__metadata__ des Kopfes ist kein Objekt.</translation>
    </message>
    <message>
        <source>&quot;weight_map&quot; lists no tensor.</source>
        <translation>„weight_map“ nennt keinen Tensor.</translation>
    </message>
    <message>
        <source>the shard of tensor &quot;%1&quot; is not a text.</source>
        <translation>das Teilstück des Tensors „%1“ ist kein Text.</translation>
    </message>
    <message>
        <source>two columns are called &apos;%1&apos;</source>
        <translation>zwei Spalten heißen „%1“</translation>
    </message>
    <message>
        <source>The first line names the columns, each by another name.</source>
        <translation>Die erste Zeile nennt die Spalten, jede mit einem anderen Namen.</translation>
    </message>
    <message>
        <source>no column has a name</source>
        <translation>keine Spalte hat einen Namen</translation>
    </message>
    <message>
        <source>The first line must name the columns.</source>
        <translation>Die erste Zeile muss die Spalten nennen.</translation>
    </message>
    <message>
        <source>1 field where the first line names %1 columns</source>
        <translation>1 Feld, wo die erste Zeile %1 Spalten nennt</translation>
    </message>
    <message>
        <source>%1 fields where the first line names 1 column</source>
        <translation>%1 Felder, wo die erste Zeile 1 Spalte nennt</translation>
    </message>
    <message>
        <source>%1 fields where the first line names %2 columns</source>
        <translation>%1 Felder, wo die erste Zeile %2 Spalten nennt</translation>
    </message>
    <message>
        <source>Put texts that hold the delimiter or a line break in quotes.</source>
        <translation>Texte mit Trennzeichen oder Zeilenumbruch in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>er ist leer</translation>
    </message>
    <message>
        <source>it is not valid UTF-8</source>
        <translation>er ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>a component is longer than 255 bytes</source>
        <translation>ein Bestandteil ist länger als 255 Byte</translation>
    </message>
    <message>
        <source>a component ends with a dot or a space</source>
        <translation>ein Bestandteil endet mit einem Punkt oder Leerzeichen</translation>
    </message>
    <message>
        <source>a component is the name of a device</source>
        <translation>ein Bestandteil ist der Name eines Geräts</translation>
    </message>
    <message>
        <source>it has one of the characters \ : * ? &quot; &lt; &gt; |</source>
        <translation>er enthält eines der Zeichen \ : * ? &quot; &lt; &gt; |</translation>
    </message>
    <message>
        <source>The history %1 cannot be written: the disk is full.</source>
        <translation>In den Verlauf %1 lässt sich nicht schreiben: Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Free some space. Nothing is lost: what is missing is taken from the runs&apos; folders at the next start.</source>
        <translation>Platz schaffen. Nichts ist verloren: Was fehlt, wird beim nächsten Start aus den Ordnern der Läufe übernommen.</translation>
    </message>
    <message>
        <source>The history %1 is damaged.</source>
        <translation>Der Verlauf %1 ist beschädigt.</translation>
    </message>
    <message>
        <source>Close every Tunebench and start it again: the file is kept aside under another name and the history is rebuilt from the runs&apos; folders.</source>
        <translation>Jedes Tunebench schließen und neu starten: Die Datei bleibt unter anderem Namen erhalten, und der Verlauf entsteht neu aus den Ordnern der Läufe.</translation>
    </message>
    <message>
        <source>The history %1 is not writable.</source>
        <translation>Der Verlauf %1 ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>Check the permissions of the file and of its folder, or choose another data folder with TUNEBENCH_DATA.</source>
        <translation>Die Berechtigungen der Datei und ihres Ordners prüfen oder mit TUNEBENCH_DATA einen anderen Datenordner wählen.</translation>
    </message>
    <message>
        <source>The history %1 cannot be opened.</source>
        <translation>Der Verlauf %1 lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Check that its folder exists and that you may write in it, or choose another data folder with TUNEBENCH_DATA.</source>
        <translation>Prüfen, ob es seinen Ordner gibt und ob darin geschrieben werden darf, oder mit TUNEBENCH_DATA einen anderen Datenordner wählen.</translation>
    </message>
    <message>
        <source>The history %1 is kept busy by another process.</source>
        <translation>Der Verlauf %1 wird von einem anderen Prozess belegt.</translation>
    </message>
    <message>
        <source>Nothing is lost: what is missing is taken from the runs&apos; folders.</source>
        <translation>Nichts ist verloren: Was fehlt, wird aus den Ordnern der Läufe übernommen.</translation>
    </message>
    <message>
        <source>The history %1 cannot be read or written: the disk reports an error.</source>
        <translation>Der Verlauf %1 lässt sich weder lesen noch schreiben: Der Datenträger meldet einen Fehler.</translation>
    </message>
    <message>
        <source>Check the disk. What is missing is taken from the runs&apos; folders at the next start.</source>
        <translation>Den Datenträger prüfen. Was fehlt, wird beim nächsten Start aus den Ordnern der Läufe übernommen.</translation>
    </message>
    <message>
        <source>There is not enough memory to use the history %1.</source>
        <translation>Für den Verlauf %1 reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>Andere Programme schließen.</translation>
    </message>
    <message>
        <source>The history %1 refused a statement: %2 (code %3).</source>
        <translation>Der Verlauf %1 hat eine Anweisung abgelehnt: %2 (Code %3).</translation>
    </message>
    <message>
        <source>This is a mistake of the program; please report it.</source>
        <translation>Das ist ein Fehler des Programms; bitte melden.</translation>
    </message>
    <message>
        <source>%1 is the database of another program, not a Tunebench history.</source>
        <translation>%1 ist die Datenbank eines anderen Programms, kein Verlauf von Tunebench.</translation>
    </message>
    <message>
        <source>Move it elsewhere, or choose another data folder with TUNEBENCH_DATA.</source>
        <translation>Sie verschieben oder mit TUNEBENCH_DATA einen anderen Datenordner wählen.</translation>
    </message>
    <message>
        <source>The history %1 was written by a newer Tunebench (version %2 of its tables; this one knows %3).</source>
        <translation>Der Verlauf %1 stammt von einem neueren Tunebench (Version %2 seiner Tabellen; dieses kennt %3).</translation>
    </message>
    <message>
        <source>Start the newer Tunebench, or choose another data folder with TUNEBENCH_DATA. The file was not touched.</source>
        <translation>Das neuere Tunebench starten oder mit TUNEBENCH_DATA einen anderen Datenordner wählen. Die Datei ist unverändert.</translation>
    </message>
    <message>
        <source>The history %1 is damaged: %2</source>
        <translation>Der Verlauf %1 ist beschädigt: %2</translation>
    </message>
    <message>
        <source>The history was damaged. The damaged file was kept as %1, and the history is rebuilt from the runs&apos; folders.</source>
        <translation>Der Verlauf war beschädigt. Die beschädigte Datei bleibt als %1 erhalten, und der Verlauf entsteht neu aus den Ordnern der Läufe.</translation>
    </message>
    <message>
        <source>Another Tunebench has been checking or updating the history %1 for %2 seconds.</source>
        <translation>Ein anderes Tunebench prüft oder aktualisiert den Verlauf %1 seit %2 Sekunden.</translation>
    </message>
    <message>
        <source>Wait until it is ready, or close it.</source>
        <translation>Warten, bis es fertig ist, oder es schließen.</translation>
    </message>
    <message>
        <source>Another Tunebench, of an older version, has the history %1 open; it cannot be updated now.</source>
        <translation>Ein anderes Tunebench einer älteren Version hat den Verlauf %1 geöffnet; er lässt sich jetzt nicht aktualisieren.</translation>
    </message>
    <message>
        <source>Close every other Tunebench and start this one again.</source>
        <translation>Jedes andere Tunebench schließen und dieses neu starten.</translation>
    </message>
    <message>
        <source>The system does not let the history start its thread.</source>
        <translation>Das System lässt den Verlauf seinen Thread nicht starten.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Andere Programme schließen und erneut versuchen.</translation>
    </message>
    <message>
        <source>The history has no run &apos;%1&apos;.</source>
        <translation>Der Verlauf hat keinen Lauf „%1“.</translation>
    </message>
    <message>
        <source>The history has no run %1.</source>
        <translation>Der Verlauf hat keinen Lauf %1.</translation>
    </message>
    <message>
        <source>Give the id of a run, its beginning, or its name, as `tunebench-cli history list` shows them.</source>
        <translation>Die ID eines Laufs, deren Anfang oder seinen Namen angeben, wie `tunebench-cli history list` sie zeigt.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; stands for %2 runs: %3.</source>
        <translation>„%1“ steht für %2 Läufe: %3.</translation>
    </message>
    <message>
        <source>Give the id of one of them.</source>
        <translation>Die ID eines davon angeben.</translation>
    </message>
    <message>
        <source>The history %1 was written by an older Tunebench and has not been updated yet.</source>
        <translation>Der Verlauf %1 stammt von einem älteren Tunebench und ist noch nicht aktualisiert.</translation>
    </message>
    <message>
        <source>Start Tunebench once; it updates the file and keeps a copy.</source>
        <translation>Tunebench einmal starten; es aktualisiert die Datei und behält eine Kopie.</translation>
    </message>
    <message>
        <source>There is no history at %1 yet.</source>
        <translation>Unter %1 gibt es noch keinen Verlauf.</translation>
    </message>
    <message>
        <source>It is made when the first run starts.</source>
        <translation>Er entsteht, wenn der erste Lauf startet.</translation>
    </message>
    <message>
        <source>An event of run %1 came before the run had begun.</source>
        <translation>Ein Ereignis des Laufs %1 kam, bevor der Lauf begonnen hatte.</translation>
    </message>
    <message>
        <source>There is no metric &apos;%1&apos;.</source>
        <translation>Eine Metrik „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 is a copy of the run in %2 and was left out</source>
        <translation>%1 ist eine Kopie des Laufs in %2 und wurde weggelassen</translation>
    </message>
    <message>
        <source>%1 (%2 more runs could not be read completely.)</source>
        <translation>%1 (%2 weitere Läufe ließen sich nicht vollständig lesen.)</translation>
    </message>
    <message>
        <source>The folder %1 has the name that the trash keeps checkpoints under.</source>
        <translation>Der Ordner %1 trägt den Namen, unter dem der Papierkorb Checkpoints aufbewahrt.</translation>
    </message>
    <message>
        <source>Give the folder another name, and start Tunebench again.</source>
        <translation>Dem Ordner einen anderen Namen geben und Tunebench neu starten.</translation>
    </message>
    <message>
        <source>Columns are those of the run table, settings (method.rank), and metrics (loss, loss.min, loss.best_step). Texts are written in quotes.</source>
        <translation>Spalten sind die der Lauftabelle, Einstellungen (method.rank) und Metriken (loss, loss.min, loss.best_step). Texte stehen in Anführungszeichen.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not expected here</source>
        <translation>„%1“ ist hier nicht erwartet</translation>
    </message>
    <message>
        <source>Conditions are joined by and, or; parentheses come in pairs.</source>
        <translation>Bedingungen werden mit and, or verbunden; Klammern kommen paarweise.</translation>
    </message>
    <message>
        <source>too many levels of parentheses and not</source>
        <translation>zu viele Ebenen von Klammern und not</translation>
    </message>
    <message>
        <source>Write it more simply.</source>
        <translation>Es einfacher schreiben.</translation>
    </message>
    <message>
        <source>a closing parenthesis is missing</source>
        <translation>eine schließende Klammer fehlt</translation>
    </message>
    <message>
        <source>Parentheses come in pairs.</source>
        <translation>Klammern kommen paarweise.</translation>
    </message>
    <message>
        <source>a condition is expected, not &apos;%1&apos;</source>
        <translation>hier ist eine Bedingung erwartet, nicht „%1“</translation>
    </message>
    <message>
        <source>For example: loss &lt; 0.5 and method == &quot;lora&quot;.</source>
        <translation>Zum Beispiel: loss &lt; 0.5 and method == &quot;lora&quot;.</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>ein Wert fehlt</translation>
    </message>
    <message>
        <source>A number, a text in quotes or a column comes behind a comparison.</source>
        <translation>Hinter einem Vergleich steht eine Zahl, ein Text in Anführungszeichen oder eine Spalte.</translation>
    </message>
    <message>
        <source>a parenthesis is missing behind in</source>
        <translation>hinter in fehlt eine Klammer</translation>
    </message>
    <message>
        <source>For example: method in (&quot;lora&quot;, &quot;dora&quot;).</source>
        <translation>Zum Beispiel: method in (&quot;lora&quot;, &quot;dora&quot;).</translation>
    </message>
    <message>
        <source>a value is missing in the list</source>
        <translation>in der Liste fehlt ein Wert</translation>
    </message>
    <message>
        <source>the list is not closed</source>
        <translation>die Liste ist nicht geschlossen</translation>
    </message>
    <message>
        <source>Write a parenthesis at its end.</source>
        <translation>Eine Klammer an ihr Ende schreiben.</translation>
    </message>
    <message>
        <source>the expression has too many parts</source>
        <translation>der Ausdruck hat zu viele Teile</translation>
    </message>
    <message>
        <source>the expression is longer than 4096 bytes</source>
        <translation>der Ausdruck ist länger als 4096 Byte</translation>
    </message>
    <message>
        <source>this is no UTF-8</source>
        <translation>das ist kein UTF-8</translation>
    </message>
    <message>
        <source>the quote is never closed</source>
        <translation>das Anführungszeichen wird nie geschlossen</translation>
    </message>
    <message>
        <source>Write the same quote at the end of the text.</source>
        <translation>Dasselbe Anführungszeichen ans Ende des Textes schreiben.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; means nothing here</source>
        <translation>„%1“ bedeutet hier nichts</translation>
    </message>
    <message>
        <source>Write names with other characters in backquotes, texts in quotes.</source>
        <translation>Namen mit anderen Zeichen in Backticks schreiben, Texte in Anführungszeichen.</translation>
    </message>
    <message>
        <source>The log has more than 20 million values.</source>
        <translation>Das Protokoll hat mehr als 20 Millionen Werte.</translation>
    </message>
    <message>
        <source>Import a log that was written less often.</source>
        <translation>Ein Protokoll importieren, das seltener geschrieben wurde.</translation>
    </message>
    <message>
        <source>%1 more lines could not be read</source>
        <translation>%1 weitere Zeilen ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>%1 lines without a step were left out</source>
        <translation>%1 Zeilen ohne Schritt wurden weggelassen</translation>
    </message>
    <message>
        <source>no column is called step: lines were counted</source>
        <translation>keine Spalte heißt step: Die Zeilen wurden gezählt</translation>
    </message>
    <message>
        <source>the column %1 has texts, which were left out</source>
        <translation>die Spalte %1 enthält Texte; sie wurden weggelassen</translation>
    </message>
    <message>
        <source>%1: %2 records are no events and were left out</source>
        <translation>%1: %2 Datensätze sind keine Ereignisse und wurden weggelassen</translation>
    </message>
    <message>
        <source>entries of log_history without a step were left out</source>
        <translation>Einträge von log_history ohne Schritt wurden weggelassen</translation>
    </message>
    <message>
        <source>%1 is no trainer_state.json: it has no list log_history.</source>
        <translation>%1 ist keine trainer_state.json: Die Liste log_history fehlt.</translation>
    </message>
    <message>
        <source>%1 exists and is not empty.</source>
        <translation>%1 gibt es schon, und es ist nicht leer.</translation>
    </message>
    <message>
        <source>Give a new folder; nothing that exists is overwritten.</source>
        <translation>Einen neuen Ordner angeben; Vorhandenes wird nicht überschrieben.</translation>
    </message>
    <message>
        <source>%1 holds more than %2 files.</source>
        <translation>%1 enthält mehr als %2 Dateien.</translation>
    </message>
    <message>
        <source>The log %1 does not exist.</source>
        <translation>Das Protokoll %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Name the folders of the logs.</source>
        <translation>Die Ordner der Protokolle nennen.</translation>
    </message>
    <message>
        <source>There is no log of a run in %1.</source>
        <translation>In %1 liegt kein Protokoll eines Laufs.</translation>
    </message>
    <message>
        <source>%1 has no size to choose: its trainable parameters are what they are</source>
        <translation>Bei %1 gibt es keine Größe zu wählen: Die Zahl der trainierbaren Parameter steht fest</translation>
    </message>
    <message>
        <source>Leave it out, or hold steps, tokens or time equal.</source>
        <translation>Die Methode weglassen oder Schritte, Token oder Zeit gleich halten.</translation>
    </message>
    <message>
        <source>%1 cannot have about %2 trainable parameters</source>
        <translation>%1 kann nicht etwa %2 trainierbare Parameter haben</translation>
    </message>
    <message>
        <source>Choose another amount, or leave the method out.</source>
        <translation>Eine andere Menge wählen oder die Methode weglassen.</translation>
    </message>
    <message>
        <source>%1 needs %2 with a micro-batch of one sequence, more than %3 GiB</source>
        <translation>%1 braucht %2 mit einem Mikro-Batch aus einer Sequenz, mehr als %3 GiB</translation>
    </message>
    <message>
        <source>Allow more memory, shorten data.max_length, or leave the method out.</source>
        <translation>Mehr Speicher erlauben, data.max_length verkürzen oder die Methode weglassen.</translation>
    </message>
    <message>
        <source>Say how many tokens, parameters, GiB or minutes each method gets.</source>
        <translation>Angeben, wie viele Token, Parameter, GiB oder Minuten jede Methode bekommt.</translation>
    </message>
    <message>
        <source>Name the run file that the methods are variants of, or write it here.</source>
        <translation>Die Laufdatei nennen, deren Varianten die Methoden sind, oder sie hier schreiben.</translation>
    </message>
    <message>
        <source>%1 must be an object</source>
        <translation>%1 muss ein Objekt sein</translation>
    </message>
    <message>
        <source>%1.grid.%2 must be a list of values</source>
        <translation>%1.grid.%2 muss eine Liste von Werten sein</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>War „%1“ gemeint?</translation>
    </message>
    <message>
        <source>They are: %1.</source>
        <translation>Es sind: %1.</translation>
    </message>
    <message>
        <source>Get the file again, or correct it at that place.</source>
        <translation>Die Datei neu beschaffen oder an dieser Stelle berichtigen.</translation>
    </message>
    <message>
        <source>Correct the file at that place.</source>
        <translation>Die Datei an dieser Stelle berichtigen.</translation>
    </message>
    <message>
        <source>a vocabulary of %1 tokens is too small for %2 special tokens and 256 bytes</source>
        <translation>ein Vokabular von %1 Token ist zu klein für %2 spezielle Token und 256 Byte</translation>
    </message>
    <message>
        <source>the special token &quot;%1&quot; is empty or given twice</source>
        <translation>das spezielle Token „%1“ ist leer oder zweimal angegeben</translation>
    </message>
    <message>
        <source>the token &quot;%1&quot; is not one of the special tokens</source>
        <translation>das Token „%1“ ist keines der speziellen Token</translation>
    </message>
    <message>
        <source>the regular expression &quot;%1&quot; cannot be used: %2 (at byte %3 of &quot;%4&quot;)</source>
        <translation>der reguläre Ausdruck „%1“ ist nicht benutzbar: %2 (bei Byte %3 von „%4“)</translation>
    </message>
    <message>
        <source>%1: this is no byte-level vocabulary as GPT-2&apos;s, RoBERTa&apos;s or Qwen2&apos;s</source>
        <translation>%1: Das ist kein Vokabular auf Byte-Ebene wie das von GPT-2, RoBERTa oder Qwen2</translation>
    </message>
    <message>
        <source>%1: how the tokenizer of &quot;%2&quot; numbers its pieces is not known</source>
        <translation>%1: Wie der Tokenizer von „%2“ seine Stücke nummeriert, ist nicht bekannt</translation>
    </message>
    <message>
        <source>%1: the file tokenizer.json is missing, and nothing stands in its place</source>
        <translation>%1: Die Datei tokenizer.json fehlt, und nichts ersetzt sie</translation>
    </message>
    <message>
        <source>There is no value in %1.</source>
        <translation>In %1 steht kein Wert.</translation>
    </message>
    <message>
        <source>Choose the folder of a whole model, or download its tokenizer into this folder: one of %1.</source>
        <translation>Den Ordner eines vollständigen Modells wählen oder dessen Tokenizer in diesen Ordner herunterladen: eine Datei von %1.</translation>
    </message>
    <message>
        <source>Convert it with the transformers library, whose fast tokenizers write a tokenizer.json.</source>
        <translation>Ihn mit der Bibliothek transformers umwandeln, deren schnelle Tokenizer eine tokenizer.json schreiben.</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>Start here</source>
        <translation>Hier beginnen</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Memory, and what fits where</source>
        <translation>Speicher, und was wo passt</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>qrc:/help/%1.md</source>
        <extracomment>Where the help in this language is: a folder of its own in resources/help, as in qrc:/help/de/%1.md</extracomment>
        <translation>qrc:/help/de/%1.md</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Setup</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Ctrl+1</source>
        <translation>Ctrl+1</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Ctrl+2</source>
        <translation>Ctrl+2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Ctrl+3</source>
        <translation>Ctrl+3</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Ctrl+4</source>
        <translation>Ctrl+4</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Ctrl+5</source>
        <translation>Ctrl+5</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Ctrl+6</source>
        <translation>Ctrl+6</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Ctrl+7</source>
        <translation>Ctrl+7</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Ctrl+8</source>
        <translation>Ctrl+8</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Ctrl+9</source>
        <translation>Ctrl+9</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Setting: %1</source>
        <translation>Einstellung: %1</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Run of %1</source>
        <translation>Lauf vom %1</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>Auf dieser Seite</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::AccessPanel</name>
    <message>
        <source>The token from the desktop&apos;s keyring is sent.</source>
        <translation>Gesendet wird das Zugriffstoken aus dem Schlüsselbund.</translation>
    </message>
    <message>
        <source>The token from the variable %1 is sent.</source>
        <translation>Gesendet wird das Zugriffstoken aus der Variablen %1.</translation>
    </message>
    <message>
        <source>The token from the file %1 is sent.</source>
        <translation>Gesendet wird das Zugriffstoken aus der Datei %1.</translation>
    </message>
    <message>
        <source>There is no token: public repositories open, private and gated ones do not.</source>
        <translation>Kein Zugriffstoken: Öffentliche Repositorys sind zugänglich, private und zugangsbeschränkte nicht.</translation>
    </message>
    <message>
        <source>Hub and cache</source>
        <translation>Hub und Cache</translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation>Adresse des Hubs</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Folder of the cache</source>
        <translation>Ordner des Caches</translation>
    </message>
    <message>
        <source>Set HF_ENDPOINT to use a mirror, HF_HUB_CACHE or HF_HOME to keep the cache elsewhere. All tools of Hugging Face share the cache: what they have fetched is used here, and the other way round.</source>
        <translation>HF_ENDPOINT setzen, um einen Spiegelserver zu nutzen; HF_HUB_CACHE oder HF_HOME setzen, um den Cache zu verlegen. Alle Werkzeuge von Hugging Face teilen sich den Cache: Was sie geladen haben, wird hier genutzt und umgekehrt.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>Looking for a token…</source>
        <translation>Zugriffstoken wird gesucht…</translation>
    </message>
    <message>
        <source>Keep in the keyring</source>
        <translation>Im Schlüsselbund ablegen</translation>
    </message>
    <message>
        <source>Remove from the keyring</source>
        <translation>Aus dem Schlüsselbund entfernen</translation>
    </message>
    <message>
        <source>A token with the right to read is made in the settings of your account on the hub, under “Access Tokens”. Looked for in this order: the keyring, HF_TOKEN, the file that “hf auth login” writes. It is sent to the hub&apos;s own address only.</source>
        <translation>Ein Zugriffstoken mit Leserecht wird in den Kontoeinstellungen auf dem Hub unter „Access Tokens“ angelegt. Gesucht wird der Reihe nach im Schlüsselbund, in HF_TOKEN und in der Datei, die „hf auth login“ schreibt. Gesendet wird es nur an die Adresse des Hubs selbst.</translation>
    </message>
    <message>
        <source>The token that was found cannot be used.</source>
        <translation>Das gefundene Zugriffstoken ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>this field</source>
        <translation>diesem Feld</translation>
    </message>
    <message>
        <source>The keyring keeps the token.</source>
        <translation>Das Zugriffstoken liegt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The keyring has no token any more.</source>
        <translation>Im Schlüsselbund liegt kein Zugriffstoken mehr.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ActiveWork</name>
    <message>
        <source>A download is under way: it pauses, and what has come stays.</source>
        <translation>Ein Download läuft: Er wird angehalten, und was da ist, bleibt.</translation>
    </message>
    <message>
        <source>An export is at work: it has to be done again.</source>
        <translation>Ein Export läuft: Er ist danach zu wiederholen.</translation>
    </message>
    <message>
        <source>Runs are being imported or written for other programs: what is not done yet is left out.</source>
        <translation>Läufe werden importiert oder für andere Programme geschrieben: Was noch nicht fertig ist, fehlt dann.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::AdjustDialog</name>
    <message>
        <source>Change settings of this run</source>
        <translation>Einstellungen dieses Laufs ändern</translation>
    </message>
    <message>
        <source>From the next step on. The run saves a checkpoint, so that a resume keeps the change, and its record says when it was made.</source>
        <translation>Ab dem nächsten Schritt. Der Lauf speichert einen Checkpoint, damit die Änderung beim Fortsetzen erhalten bleibt, und vermerkt, wann sie vorgenommen wurde.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Before the schedule, which goes on; more than 0</source>
        <translation>Vor dem Verlauf der Lernrate, der weitergeht; größer als 0</translation>
    </message>
    <message>
        <source>&amp;Learning rate</source>
        <translation>&amp;Lernrate</translation>
    </message>
    <message>
        <source>Evaluate every so many steps</source>
        <translation>Schritte zwischen zwei Auswertungen</translation>
    </message>
    <message>
        <source>In optimizer steps; 0: only at the end</source>
        <translation>In Optimierungsschritten; 0: nur am Ende</translation>
    </message>
    <message>
        <source>&amp;Evaluate every (steps)</source>
        <translation>&amp;Auswerten alle (Schritte)</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>The learning rate is a number that is more than 0.</source>
        <translation>Die Lernrate ist eine Zahl größer als 0.</translation>
    </message>
    <message>
        <source>Steps are a whole number, 0 or more.</source>
        <translation>Schritte sind eine ganze Zahl, 0 oder größer.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::AnswerColumn</name>
    <message>
        <source>ended by itself</source>
        <translation>von selbst beendet</translation>
    </message>
    <message>
        <source>ended at a stop text</source>
        <translation>an einem Stopptext beendet</translation>
    </message>
    <message>
        <source>cut at the longest answer</source>
        <translation>an der Höchstlänge gekürzt</translation>
    </message>
    <message>
        <source>the model&apos;s context is full</source>
        <translation>Kontext des Modells ist voll</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 Token</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>The answer appears here.</source>
        <translation>Hier erscheint die Antwort.</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>Wer antwortet</translation>
    </message>
    <message>
        <source>Take this column away</source>
        <translation>Diese Spalte entfernen</translation>
    </message>
    <message>
        <source>Another adapter…</source>
        <translation>Anderer Adapter…</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Waiting for its turn…</source>
        <translation>In der Warteschlange…</translation>
    </message>
    <message>
        <source>Answering: %1</source>
        <translation>Antwortet: %1</translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation>%1 gelesen</translation>
    </message>
    <message>
        <source>%1 · loaded in %2</source>
        <translation>%1 · geladen in %2</translation>
    </message>
    <message>
        <source>%1 · switched in %2 ms</source>
        <translation>%1 · gewechselt in %2 ms</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::AnswerView</name>
    <message>
        <source>Answer; arrow keys go from token to token</source>
        <translation>Antwort; Pfeiltasten gehen von Token zu Token</translation>
    </message>
    <message>
        <source>%1 %2; else %3</source>
        <translation>%1 %2; sonst %3</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::BandChart</name>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>%1: %L2 points, last %3</source>
        <translation>%1: %L2 Punkte, letzter %3</translation>
    </message>
    <message>
        <source>not finite: %L1</source>
        <translation>nicht endlich: %L1</translation>
    </message>
    <message>
        <source>zero or below, not on this axis: %L1</source>
        <translation>null oder kleiner, nicht auf dieser Achse: %L1</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::BarChart</name>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::BasisBar</name>
    <message>
        <source>“%1” = %2</source>
        <translation>„%1“ = %2</translation>
    </message>
    <message>
        <source>nothing is changed yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>The same as “%1”, but: %2</source>
        <translation>Wie „%1“, geändert: %2</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::CalibrationCard</name>
    <message>
        <source>%1: %2 more than predicted, the median of %3 runs.</source>
        <translation>%1: %2 mehr als vorhergesagt, Median aus %3 Läufen.</translation>
    </message>
    <message>
        <source>%1: no more than predicted in %2 runs.</source>
        <translation>%1: nicht mehr als vorhergesagt in %2 Läufen.</translation>
    </message>
    <message>
        <source>The process took %1 beside its tensors.</source>
        <translation>Neben seinen Tensoren belegte der Prozess %1.</translation>
    </message>
    <message>
        <source>Memory estimate</source>
        <translation>Speicherschätzung</translation>
    </message>
    <message>
        <source>Forget these runs</source>
        <translation>Diese Läufe vergessen</translation>
    </message>
    <message>
        <source>Estimates are no longer corrected; the runs stay in the history</source>
        <translation>Schätzungen werden nicht mehr korrigiert; die Läufe bleiben im Verlauf</translation>
    </message>
    <message>
        <source>On the processor</source>
        <translation>Auf dem Prozessor</translation>
    </message>
    <message>
        <source>On an accelerator</source>
        <translation>Auf einem Beschleuniger</translation>
    </message>
    <message>
        <source>Corrected by what finished runs took, from the third run on.</source>
        <translation>Ab dem dritten Lauf nach dem Verbrauch abgeschlossener Läufe korrigiert.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ChartBar</name>
    <message>
        <source>Undo zoom</source>
        <translation>Zoom rückgängig</translation>
    </message>
    <message>
        <source>Undoes the last zoom (Backspace in a chart)</source>
        <translation>Macht den letzten Zoom rückgängig (Rücktaste im Diagramm)</translation>
    </message>
    <message>
        <source>Smoothing weight</source>
        <translation>Glättungsgewicht</translation>
    </message>
    <message>
        <source>Smoothing of the training loss</source>
        <translation>Glättung des Trainingsverlusts</translation>
    </message>
    <message>
        <source>EMA %1</source>
        <translation>EMA %1</translation>
    </message>
    <message>
        <source>%1, debiased</source>
        <translation>%1, bias-korrigiert</translation>
    </message>
    <message>
        <source>%1: s ← w·s + (1−w)·y, drawn as s / (1−wⁿ)</source>
        <translation>%1: s ← w·s + (1−w)·y, gezeichnet als s / (1−wⁿ)</translation>
    </message>
    <message>
        <source>Axes</source>
        <translation>Achsen</translation>
    </message>
    <message>
        <source>What runs along the charts; logarithmic axes</source>
        <translation>Waagerechte Achse der Diagramme; logarithmische Achsen</translation>
    </message>
    <message>
        <source>Loss and gradient norm on a logarithmic axis</source>
        <translation>Verlust und Gradientennorm auf logarithmischer Achse</translation>
    </message>
    <message>
        <source>What runs along on a logarithmic axis</source>
        <translation>Waagerechte Achse logarithmisch</translation>
    </message>
    <message>
        <source>Axes: %1</source>
        <translation>Achsen: %1</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ChartSaveButton</name>
    <message>
        <source>Save a chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>Saves a chart as PNG, SVG, PDF or CSV</source>
        <translation>Speichert ein Diagramm als PNG, SVG, PDF oder CSV</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ChosenRuns</name>
    <message>
        <source>About the chosen runs</source>
        <translation>Zu den gewählten Läufen</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Notes and tags</source>
        <translation>Notizen und Schlagwörter</translation>
    </message>
    <message>
        <source>1 checkpoint moved into the trash</source>
        <translation>1 Checkpoint in den Papierkorb verschoben</translation>
    </message>
    <message>
        <source>%1 checkpoints moved into the trash</source>
        <translation>%1 Checkpoints in den Papierkorb verschoben</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::Closing</name>
    <message>
        <source>Saving the run; the window closes when it is done.</source>
        <translation>Der Lauf wird gespeichert; danach schließt sich das Fenster.</translation>
    </message>
    <message>
        <source>A study is at work</source>
        <translation>Eine Studie läuft</translation>
    </message>
    <message>
        <source>A run is active</source>
        <translation>Ein Lauf ist aktiv</translation>
    </message>
    <message>
        <source>Stop it and save what it has learned? It can be resumed at the next start.</source>
        <translation>Beenden und das Gelernte speichern? Beim nächsten Start lässt sich fortsetzen.</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation>Beenden und speichern</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Close the window?</source>
        <translation>Fenster schließen?</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ColumnChooser</name>
    <message>
        <source>Columns of the history</source>
        <translation>Spalten des Verlaufs</translation>
    </message>
    <message>
        <source>Standard columns</source>
        <translation>Standardspalten</translation>
    </message>
    <message>
        <source>Search columns</source>
        <translation>Spalten suchen</translation>
    </message>
    <message>
        <source>Search settings, metrics, figures</source>
        <translation>Einstellungen, Metriken, Kennzahlen suchen</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>Alle Spalten</translation>
    </message>
    <message>
        <source>Shown, from left to right</source>
        <translation>Angezeigt, von links nach rechts</translation>
    </message>
    <message>
        <source>Shown columns</source>
        <translation>Angezeigte Spalten</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>%1 (pinned)</source>
        <translation>%1 (angeheftet)</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ColumnMapEdit</name>
    <message>
        <source>Choose training files to see their columns.</source>
        <translation>Trainingsdateien wählen, um ihre Spalten zu sehen.</translation>
    </message>
    <message>
        <source>Column of the part %1</source>
        <translation>Spalte für die Rolle %1</translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation>nicht in der Datei</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 (not in the file)</source>
        <translation>%1 (nicht in der Datei)</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>A page, an action, a setting, a preset or a run</source>
        <translation>Seite, Aktion, Einstellung, Vorlage oder Lauf</translation>
    </message>
    <message>
        <source>Find a page, an action, a setting, a preset or a run</source>
        <translation>Seite, Aktion, Einstellung, Vorlage oder Lauf suchen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Nothing has such a name</source>
        <translation>Nichts mit diesem Namen gefunden</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ComparePage</name>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Noch nichts zu vergleichen</translation>
    </message>
    <message>
        <source>Choose two or more runs in the history and press “Compare”: their curves, settings and numbers then stand here side by side.</source>
        <translation>Im Verlauf zwei oder mehr Läufe wählen und „Vergleichen“ drücken: Ihre Kurven, Einstellungen und Zahlen stehen dann hier nebeneinander.</translation>
    </message>
    <message>
        <source>Choose runs</source>
        <translation>Läufe wählen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Seeds as one</source>
        <translation>Seeds zusammenfassen</translation>
    </message>
    <message>
        <source>Show runs that differ by their seed alone as a mean with its deviation</source>
        <translation>Läufe, die sich nur im Seed unterscheiden, als Mittel mit Abweichung zeigen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Everything that is compared here, as a document</source>
        <translation>Der gesamte Vergleich als Dokument</translation>
    </message>
    <message>
        <source>Save as Markdown, HTML or LaTeX…</source>
        <translation>Als Markdown, HTML oder LaTeX speichern…</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>Abwägung</translation>
    </message>
    <message>
        <source>Parallel</source>
        <translation>Parallel</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>The chart was saved as %1</source>
        <translation>Das Diagramm wurde als %1 gespeichert</translation>
    </message>
    <message>
        <source>Reading the runs…</source>
        <translation>Läufe werden gelesen…</translation>
    </message>
    <message>
        <source>None of the runs could be read</source>
        <translation>Keiner der Läufe ließ sich lesen</translation>
    </message>
    <message>
        <source>“%1” is no longer compared</source>
        <translation>„%1“ wird nicht mehr verglichen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>Vergleich speichern</translation>
    </message>
    <message>
        <source>HTML page (*.html)</source>
        <translation>HTML-Seite (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>LaTeX (*.tex)</source>
        <translation>LaTeX (*.tex)</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>The comparison was saved as %1</source>
        <translation>Der Vergleich wurde als %1 gespeichert</translation>
    </message>
    <message>
        <source>The comparison is in the clipboard, as Markdown</source>
        <translation>Der Vergleich liegt als Markdown in der Zwischenablage</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ComparedGroupModel</name>
    <message>
        <source>%1, %2, baseline</source>
        <translation>%1, %2, Vergleichsbasis</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Of the metric that Curves show: at the cursor, or else the last</source>
        <translation>Von der Metrik unter „Kurven“: am Cursor, sonst der letzte Wert</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Baseline · %1</source>
        <translation>Vergleichsbasis · %1</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ComparedList</name>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>%1 · seed %2</source>
        <translation>%1 · Seed %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n seeds</source>
        <translation>
            <numerusform>%1 · %n Seed</numerusform>
            <numerusform>%1 · %n Seeds</numerusform>
        </translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Vergleichsbasis</translation>
    </message>
    <message>
        <source>Compare the others with the chosen one</source>
        <translation>Die übrigen mit dem gewählten vergleichen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take the chosen one out of the comparison</source>
        <translation>Den gewählten aus dem Vergleich nehmen</translation>
    </message>
    <message>
        <source>Change runs…</source>
        <translation>Läufe ändern…</translation>
    </message>
    <message>
        <source>Choose other runs in the history</source>
        <translation>Andere Läufe im Verlauf wählen</translation>
    </message>
    <message>
        <source>Compared runs</source>
        <translation>Verglichene Läufe</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::CurvesView</name>
    <message>
        <source>Curves of the compared runs</source>
        <translation>Kurven der verglichenen Läufe</translation>
    </message>
    <message>
        <source>%1, last</source>
        <translation>%1, letzter Wert</translation>
    </message>
    <message>
        <source>%1 at step %2</source>
        <translation>%1 bei Schritt %2</translation>
    </message>
    <message>
        <source>%1 at the cursor</source>
        <translation>%1 am Cursor</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>What runs along</source>
        <translation>Waagerechte Achse</translation>
    </message>
    <message>
        <source>By steps</source>
        <translation>Nach Schritten</translation>
    </message>
    <message>
        <source>By time</source>
        <translation>Nach Zeit</translation>
    </message>
    <message>
        <source>Smoothing: debiased moving average of each run</source>
        <translation>Glättung: bias-korrigierter gleitender Mittelwert je Lauf</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Ungeglättet</translation>
    </message>
    <message>
        <source>EMA %L1</source>
        <translation>EMA %L1</translation>
    </message>
    <message>
        <source>Band around the mean over seeds: the standard deviation, or the confidence interval</source>
        <translation>Band um das Mittel über Seeds: Standardabweichung oder Konfidenzintervall</translation>
    </message>
    <message>
        <source>± deviation</source>
        <translation>± Abweichung</translation>
    </message>
    <message>
        <source>± 95 % interval</source>
        <translation>± 95-%-Intervall</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>Logarithmische Achse</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>The runs have no values of this metric</source>
        <translation>Die Läufe haben keine Werte dieser Metrik</translation>
    </message>
    <message>
        <source>By epochs</source>
        <translation>Nach Epochen</translation>
    </message>
    <message>
        <source>By tokens</source>
        <translation>Nach Token</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::DataPage</name>
    <message>
        <source> and %1 more</source>
        <translation> und %1 weitere</translation>
    </message>
    <message>
        <source>, validated on %1</source>
        <translation>, validiert auf %1</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>Once a model and training files are chosen, all rows are examined here before anything trains: what cannot be read, what is cut, what is repeated. And every row is shown as the model sees it.</source>
        <translation>Sobald Modell und Trainingsdateien gewählt sind, werden hier vor jedem Training alle Zeilen geprüft: was sich nicht lesen lässt, was gekürzt wird, was sich wiederholt. Und jede Zeile erscheint so, wie das Modell sie sieht.</translation>
    </message>
    <message>
        <source>Choose data in Setup</source>
        <translation>Daten unter „Einrichten“ wählen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Progress of the examination</source>
        <translation>Fortschritt der Prüfung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Examine again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Reads the files anew (F5)</source>
        <translation>Liest die Dateien neu ein (F5)</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>As the model sees it</source>
        <translation>Aus Sicht des Modells</translation>
    </message>
    <message>
        <source>rows of the first epoch&apos;s batches, in their order</source>
        <translation>Zeilen aus den Batches der ersten Epoche, in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>All rows are being read…</source>
        <translation>Alle Zeilen werden gelesen…</translation>
    </message>
    <message>
        <source>The first rows are being read…</source>
        <translation>Die ersten Zeilen werden gelesen…</translation>
    </message>
    <message>
        <source>Not all rows were read.</source>
        <translation>Nicht alle Zeilen wurden gelesen.</translation>
    </message>
    <message>
        <source>The examination was cancelled.</source>
        <translation>Die Prüfung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The model&apos;s tokenizer cannot be read.</source>
        <translation>Der Tokenizer des Modells lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Nothing was read.</source>
        <translation>Nichts wurde gelesen.</translation>
    </message>
    <message>
        <source>The data was not read.</source>
        <translation>Die Daten wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>a run would stop at this data</source>
        <translation>ein Lauf würde an diesen Daten scheitern</translation>
    </message>
    <message>
        <source>a run can start with this data</source>
        <translation>ein Lauf kann mit diesen Daten starten</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::DifferenceModel</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::DiskUseDialog</name>
    <message>
        <source>Disk use of runs</source>
        <translation>Plattenbelegung der Läufe</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Wird gemessen…</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>&gt;All</source>
        <translation>&gt;Gesamt</translation>
    </message>
    <message>
        <source>&gt;Checkpoints</source>
        <translation>&gt;Checkpoints</translation>
    </message>
    <message>
        <source>&gt;Result</source>
        <translation>&gt;Ergebnis</translation>
    </message>
    <message>
        <source>&gt;Exports</source>
        <translation>&gt;Exporte</translation>
    </message>
    <message>
        <source>&gt;Events</source>
        <translation>&gt;Ereignisse</translation>
    </message>
    <message>
        <source>Clean up checkpoints</source>
        <translation>Checkpoints aufräumen</translation>
    </message>
    <message>
        <source>Move checkpoints that nothing needs into the trash: of every run all but the newest and the best</source>
        <translation>Nicht mehr benötigte Checkpoints in den Papierkorb verschieben: von jedem Lauf alle außer dem neuesten und dem besten</translation>
    </message>
    <message>
        <source>Empty trash</source>
        <translation>Papierkorb leeren</translation>
    </message>
    <message>
        <source>Remove deleted runs and checkpoints for good</source>
        <translation>Gelöschte Läufe und Checkpoints endgültig entfernen</translation>
    </message>
    <message>
        <source>All runs take up %1, the trash %2.</source>
        <translation>Alle Läufe belegen %1, der Papierkorb %2.</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>an unknown amount</source>
        <translation>unbekannt viel</translation>
    </message>
    <message>
        <source>%1 checkpoints moved into the trash</source>
        <translation>%1 Checkpoints in den Papierkorb verschoben</translation>
    </message>
    <message>
        <source>The trash keeps them for 30 days, or until it is emptied.</source>
        <translation>Der Papierkorb bewahrt sie 30 Tage auf oder bis er geleert wird.</translation>
    </message>
    <message>
        <source>Remove %1 for good?</source>
        <translation>%1 endgültig entfernen?</translation>
    </message>
    <message>
        <source>Move checkpoints that nothing needs into the trash: of every run all but the newest, the best, and what it would roll back to</source>
        <translation>Checkpoints, die nicht gebraucht werden, in den Papierkorb verschieben: von jedem Lauf alle außer dem neuesten, dem besten und dem, zu dem er zurückkehren würde</translation>
    </message>
    <message>
        <source>1 checkpoint moved into the trash</source>
        <translation>1 Checkpoint in den Papierkorb verschoben</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::DownloadRow</name>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>Use for the run</source>
        <translation>Für den Lauf verwenden</translation>
    </message>
    <message>
        <source>Asking the hub for the list of files…</source>
        <translation>Dateiliste wird vom Hub abgerufen…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source> · %1/s, %2 left</source>
        <translation> · %1/s, noch %2</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Paused; what has come is kept</source>
        <translation>Angehalten; Geladenes bleibt erhalten</translation>
    </message>
    <message>
        <source>Paused at %1 of %2</source>
        <translation>Angehalten bei %1 von %2</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Fertig: %1</translation>
    </message>
    <message>
        <source>, the hash of every file verified</source>
        <translation>, Hash jeder Datei geprüft</translation>
    </message>
    <message>
        <source>Done, every hash verified</source>
        <translation>Fertig, alle Hashes geprüft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Not downloaded</source>
        <translation>Nicht heruntergeladen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop it and delete what has come of unfinished files</source>
        <translation>Abbrechen und bereits geladene Teile unfertiger Dateien löschen</translation>
    </message>
    <message>
        <source>What has come of unfinished files stays in the cache</source>
        <translation>Bereits geladene Teile unfertiger Dateien bleiben im Cache</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::EffectLine</name>
    <message>
        <source>Explain (F1)</source>
        <translation>Erklären (F1)</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::EstimatePanel</name>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Choose a model to see what the run will need.</source>
        <translation>Modell wählen, um den Bedarf des Laufs zu sehen.</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>A checkpoint</source>
        <translation>Ein Checkpoint</translation>
    </message>
    <message>
        <source>The rule of thumb counts weights, gradients and optimizer states of N parameters with B bytes each. Activations, temporaries and frozen weights are not in it.</source>
        <translation>Die Faustregel zählt Gewichte, Gradienten und Optimiererzustände von N Parametern mit je B Byte. Aktivierungen, Zwischenwerte und eingefrorene Gewichte sind nicht enthalten.</translation>
    </message>
    <message>
        <source>What fits where…</source>
        <translation>Was passt wo…</translation>
    </message>
    <message>
        <source>Every method in every precision on this model</source>
        <translation>Jede Methode in jeder Präzision auf diesem Modell</translation>
    </message>
    <message>
        <source>No estimate.</source>
        <translation>Keine Schätzung.</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Passt</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>Knapp</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>Passt nicht</translation>
    </message>
    <message>
        <source>%1: %2, after the run, as a model of its own when that is asked for</source>
        <translation>%1: %2, nach dem Lauf, als eigenes Modell, wenn danach gefragt wird</translation>
    </message>
    <message>
        <source>The first step takes no more than those after it: the optimizer makes its states when it first updates.</source>
        <translation>Der erste Schritt braucht nicht mehr als die folgenden: Der Optimierer legt seine Zustände erst beim ersten Aktualisieren an.</translation>
    </message>
    <message>
        <source>of %1 available</source>
        <translation>von verfügbaren %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Likely %1 to %2: it may be %3 % off.</source>
        <translation>Wohl %1 bis %2: Die Schätzung kann %3 % danebenliegen.</translation>
    </message>
    <message>
        <source>By how much one of the runs that finished here went beyond the others.</source>
        <translation>Um wie viel einer der hier abgeschlossenen Läufe über die anderen hinausging.</translation>
    </message>
    <message>
        <source>A bound until three runs have finished here.</source>
        <translation>Eine Schranke, bis hier drei Läufe abgeschlossen sind.</translation>
    </message>
    <message>
        <source>Largest in the phase “%1”. Rule of thumb: %2.</source>
        <translation>Am größten in der Phase „%1“. Faustregel: %2.</translation>
    </message>
    <message>
        <source>%1 of it by experience: the median of %2 finished runs here.</source>
        <translation>Davon %1 aus Erfahrung: Median aus %2 hier abgeschlossenen Läufen.</translation>
    </message>
    <message>
        <source>%1 finished runs took no more than predicted here.</source>
        <translation>%1 abgeschlossene Läufe brauchten hier nicht mehr als vorhergesagt.</translation>
    </message>
    <message>
        <source>The process itself took %1 beside its tensors.</source>
        <translation>Der Prozess selbst belegte neben seinen Tensoren %1.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ExportPage</name>
    <message>
        <source>Nothing to export yet</source>
        <translation>Noch nichts zu exportieren</translation>
    </message>
    <message>
        <source>When a run has finished, its adapter can be taken out for PEFT and the programs that read its format.</source>
        <translation>Ist ein Lauf abgeschlossen, lässt sich sein Adapter für PEFT und alle Programme exportieren, die dessen Format lesen.</translation>
    </message>
    <message>
        <source>Look at the history</source>
        <translation>Verlauf ansehen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>What and where to</source>
        <translation>Was und wohin</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Export läuft</translation>
    </message>
    <message>
        <source>trained parameters: %1</source>
        <translation>trainierte Parameter: %1</translation>
    </message>
    <message>
        <source>best validation loss %1 at step %2</source>
        <translation>bester Validierungsverlust %1 bei Schritt %2</translation>
    </message>
    <message>
        <source>This run can be written in none of the formats.</source>
        <translation>Dieser Lauf lässt sich in keinem der Formate schreiben.</translation>
    </message>
    <message>
        <source>%1 About %2.</source>
        <translation>%1 Etwa %2.</translation>
    </message>
    <message>
        <source>Writing, reading back, comparing…</source>
        <translation>Schreiben, zurücklesen, vergleichen…</translation>
    </message>
    <message>
        <source>Available when the run that is active has ended.</source>
        <translation>Verfügbar, sobald der aktive Lauf beendet ist.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ExportResult</name>
    <message>
        <source>%1 tokens of %2 validation examples</source>
        <translation>%1 Token aus %2 Validierungsbeispielen</translation>
    </message>
    <message>
        <source>%1 fixed tokens, for want of validation data</source>
        <translation>%1 feste Token mangels Validierungsdaten</translation>
    </message>
    <message>
        <source>The files answer exactly as the trained model does: read back and asked for the next token after each of %1, they gave the same numbers.</source>
        <translation>Die Dateien antworten genau wie das trainierte Modell: Zurückgelesen und nach jedem Token nach dem nächsten gefragt (%1), gaben sie dieselben Zahlen.</translation>
    </message>
    <message>
        <source>The files answer as the trained model does. Read back and asked for the next token after each of %1, they chose the same one in %2 of the cases; what differs in the numbers is rounding.</source>
        <translation>Die Dateien antworten wie das trainierte Modell. Zurückgelesen und nach jedem Token nach dem nächsten gefragt (%1), wählten sie in %2 der Fälle dasselbe; was sich in den Zahlen unterscheidet, ist Rundung.</translation>
    </message>
    <message>
        <source>The files answer almost as the trained model does: this format stores the numbers less precisely. Read back and asked for the next token after each of %1, they chose the same one in %2 of the cases. Look at a few answers before you rely on it.</source>
        <translation>Die Dateien antworten fast wie das trainierte Modell: Dieses Format speichert die Zahlen weniger genau. Zurückgelesen und nach jedem Token nach dem nächsten gefragt (%1), wählten sie in %2 der Fälle dasselbe. Vor dem Einsatz einige Antworten ansehen.</translation>
    </message>
    <message>
        <source>The files do not answer as the trained model does. Do not use them.</source>
        <translation>Die Dateien antworten nicht wie das trainierte Modell. Nicht verwenden.</translation>
    </message>
    <message>
        <source>Written, read back and compared</source>
        <translation>Geschrieben, zurückgelesen, verglichen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Same next token</source>
        <translation>Gleiches nächstes Token</translation>
    </message>
    <message>
        <source>Mean KL divergence</source>
        <translation>Mittlere KL-Divergenz</translation>
    </message>
    <message>
        <source>How far the predicted probabilities have moved, averaged over the tokens. 0: not at all; below 0.01 nobody notices it in the answers.</source>
        <translation>Wie weit sich die vorhergesagten Wahrscheinlichkeiten verschoben haben, gemittelt über die Token. 0: gar nicht; unter 0.01 ist in den Antworten nichts zu merken.</translation>
    </message>
    <message>
        <source>Largest logit difference</source>
        <translation>Größte Logit-Differenz</translation>
    </message>
    <message>
        <source>Logits are the raw scores of the possible next tokens, before they become probabilities. The worst of all that were compared.</source>
        <translation>Logits sind die Rohwerte der möglichen nächsten Token, bevor daraus Wahrscheinlichkeiten werden. Der schlechteste aller Vergleiche.</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Ähnlich</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Abweichend</translation>
    </message>
    <message>
        <source>of %1 tokens</source>
        <translation>von %1 Token</translation>
    </message>
    <message>
        <source>nats a token</source>
        <translation>Nats je Token</translation>
    </message>
    <message>
        <source>%1 relative; up to %2 is allowed</source>
        <translation>%1 relativ; bis %2 erlaubt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::FieldExplanation</name>
    <message>
        <source>Close (F1)</source>
        <translation>Schließen (F1)</translation>
    </message>
    <message>
        <source>Close the explanation</source>
        <translation>Erklärung schließen</translation>
    </message>
    <message>
        <source>in run files: %1</source>
        <translation>in Laufdateien: %1</translation>
    </message>
    <message>
        <source>Explanation of %1</source>
        <translation>Erklärung zu %1</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::FieldRow</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Type to search</source>
        <translation>Tippen zum Suchen</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Leave this field as in the base</source>
        <translation>Dieses Feld wie in der Basis belassen</translation>
    </message>
    <message>
        <source>Remove the field</source>
        <translation>Feld entfernen</translation>
    </message>
    <message>
        <source>values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>One value is set; several, as in 4, 16, are a grid: each is tried.</source>
        <translation>Ein Wert wird gesetzt; mehrere, etwa 4, 16, bilden ein Raster: Jeder wird probiert.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::FieldSearch</name>
    <message>
        <source>Find a setting</source>
        <translation>Einstellung finden</translation>
    </message>
    <message>
        <source>By its name, its key, or a word of its explanation (Ctrl+F)</source>
        <translation>Nach Name, Schlüssel oder einem Wort der Erklärung (Strg+F)</translation>
    </message>
    <message>
        <source>Settings that were found</source>
        <translation>Gefundene Einstellungen</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::FindingList</name>
    <message>
        <source>Stops the run</source>
        <translation>Bricht den Lauf ab</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>%1 row %2</source>
        <translation>%1 Zeile %2</translation>
    </message>
    <message>
        <source>%1 rows %2</source>
        <translation>%1 Zeilen %2</translation>
    </message>
    <message>
        <source>%1 line %2</source>
        <translation>%1 Zeile %2</translation>
    </message>
    <message>
        <source>%1 lines %2</source>
        <translation>%1 Zeilen %2</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Nothing is wrong with the data.</source>
        <translation>Mit den Daten ist alles in Ordnung.</translation>
    </message>
    <message>
        <source>Show the setting</source>
        <translation>Einstellung anzeigen</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::FitCellButton</name>
    <message>
        <source>fits</source>
        <translation>passt</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>knapp</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>passt nicht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>the run as it is</source>
        <translation>der Lauf, wie er ist</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::FitSuggestions</name>
    <message>
        <source>It would fit with</source>
        <translation>Passen würde es mit</translation>
    </message>
    <message>
        <source>%1 less; %2; %3</source>
        <translation>%1 weniger; %2; %3</translation>
    </message>
    <message>
        <source>method %1</source>
        <translation>Methode %1</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Change it so</source>
        <translation>So ändern</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::FitTableDialog</name>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>What fits where</source>
        <translation>Was wo passt</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>Peaks of training with the run&apos;s optimizer, on %1 of %2 tokens. The run&apos;s method has the settings of the form, the others their defaults. Press a number to choose it.</source>
        <translation>Spitzenspeicher im Training mit dem Optimierer des Laufs, bei %1 zu %2 Token. Die Methode des Laufs mit den Einstellungen des Formulars, die anderen mit ihren Standardwerten. Auf eine Zahl klicken, um sie zu wählen.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>24 GiB</source>
        <translation>24 GiB</translation>
    </message>
    <message>
        <source>Memory to fit into</source>
        <translation>Vorgesehener Speicher</translation>
    </message>
    <message>
        <source>What this machine has free, or any other size: 24 GiB, 80 GB</source>
        <translation>Was auf diesem Rechner frei ist, oder jede andere Größe: 24 GiB, 80 GB</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::FitTableView</name>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>%1 trains %2 parameters</source>
        <translation>%1 trainiert %2 Parameter</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::GradientRange</name>
    <message>
        <source>No step was skipped.</source>
        <translation>Kein Schritt wurde übersprungen.</translation>
    </message>
    <message>
        <source>1 step was skipped: the loss scale was too large for it.</source>
        <translation>1 Schritt wurde übersprungen: Die Verlustskalierung war dafür zu groß.</translation>
    </message>
    <message>
        <source>%1 steps were skipped: the loss scale was too large for them.</source>
        <translation>%1 Schritte wurden übersprungen: Die Verlustskalierung war dafür zu groß.</translation>
    </message>
    <message>
        <source>Underflow: gradients too small for 16 bits lose digits, or become 0. In fp16 a larger or a dynamic loss scale helps, or bf16.</source>
        <translation>Unterlauf: Gradienten, die für 16 Bit zu klein sind, verlieren Stellen oder werden 0. In fp16 hilft eine größere oder dynamische Verlustskalierung, oder bf16.</translation>
    </message>
    <message>
        <source>Gradients in 16 bits</source>
        <translation>Gradienten in 16 Bit</translation>
    </message>
    <message>
        <source>Gradients in 16 bits (%)</source>
        <translation>Gradienten in 16 Bit (%)</translation>
    </message>
    <message>
        <source>underflow</source>
        <translation>Unterlauf</translation>
    </message>
    <message>
        <source>overflow</source>
        <translation>Überlauf</translation>
    </message>
    <message>
        <source>Loss scale</source>
        <translation>Verlustskalierung</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::HealthTiles</name>
    <message>
        <source>Rows read</source>
        <translation>Gelesene Zeilen</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Gekürzt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>1 row left out</source>
        <translation>1 Zeile ausgelassen</translation>
    </message>
    <message>
        <source>%1 rows left out</source>
        <translation>%1 Zeilen ausgelassen</translation>
    </message>
    <message>
        <source>%1 learned</source>
        <translation>%1 gelernt</translation>
    </message>
    <message>
        <source>%1 labels</source>
        <translation>%1 Labels</translation>
    </message>
    <message>
        <source>1 more loses its answer</source>
        <translation>1 weiteres verliert die Antwort</translation>
    </message>
    <message>
        <source>%1 more lose their answer</source>
        <translation>%1 weitere verlieren die Antwort</translation>
    </message>
    <message>
        <source>the run would stop</source>
        <translation>Lauf würde abbrechen</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::HelpWindow</name>
    <message>
        <source>Text of the help</source>
        <translation>Text der Hilfe</translation>
    </message>
    <message>
        <source>Contents of the help</source>
        <translation>Inhalt der Hilfe</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Search on this page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>Ctrl+F; Return or F3: the next place, Shift+F3: the one before</source>
        <translation>Strg+F; Return oder F3: nächste Stelle, Umschalt+F3: vorige Stelle</translation>
    </message>
    <message>
        <source>Nowhere on this page</source>
        <translation>Nicht auf dieser Seite</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <translation>Hilfe: %1</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::HistoryHeader</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Filter: town lora, or loss &lt; 0.5 and method.rank &gt;= 16</source>
        <translation>Filter: town lora oder loss &lt; 0.5 and method.rank &gt;= 16</translation>
    </message>
    <message>
        <source>Words are searched in name, model, method and tags. Conditions: == != &lt; &lt;= &gt; &gt;=, : for “contains”, and, or, not, in (1, 2), x == missing. Columns are called as the headers&apos; help says, for example status, method.rank, validation_loss.best, starred, tag.</source>
        <translation>Wörter werden in Name, Modell, Methode und Schlagwörtern gesucht. Bedingungen: == != &lt; &lt;= &gt; &gt;=, : für „enthält“, and, or, not, in (1, 2), x == missing. Wie die Spalten heißen, sagt die Hilfe ihrer Überschriften, zum Beispiel status, method.rank, validation_loss.best, starred, tag.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Import a folder of logs…</source>
        <translation>Ordner mit Protokollen importieren…</translation>
    </message>
    <message>
        <source>Import log files…</source>
        <translation>Protokolldateien importieren…</translation>
    </message>
    <message>
        <source>Disk use and clean-up…</source>
        <translation>Plattenbelegung und Aufräumen…</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::HistoryPage</name>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Läufe</translation>
    </message>
    <message>
        <source>Every run is kept here with its settings, curves and samples, so that you can compare, resume and export it.</source>
        <translation>Hier bleibt jeder Lauf mit Einstellungen, Kurven und Proben erhalten und lässt sich vergleichen, fortsetzen und exportieren.</translation>
    </message>
    <message>
        <source>Set up the first run</source>
        <translation>Ersten Lauf einrichten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>Columns, filter, order and groups are kept under this name:</source>
        <translation>Spalten, Filter, Sortierung und Gruppen unter diesem Namen speichern:</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>A word for the chosen runs:</source>
        <translation>Schlagwort für gewählte Läufe:</translation>
    </message>
    <message>
        <source>The chart was saved as %1</source>
        <translation>Das Diagramm wurde als %1 gespeichert</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::HubCacheList</name>
    <message>
        <source>Nothing from the hub lies on this machine yet.
What you download, or another tool of Hugging Face has downloaded, stands here.</source>
        <translation>Auf diesem Rechner liegt noch nichts vom Hub.
Hier steht, was mit Tunebench oder einem anderen Werkzeug von Hugging Face heruntergeladen wurde.</translation>
    </message>
    <message>
        <source>Repositories on this machine</source>
        <translation>Repositorys auf diesem Rechner</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::HubDownloads</name>
    <message>
        <source>Cancel the download?</source>
        <translation>Download abbrechen?</translation>
    </message>
    <message>
        <source>Unfinished files of %1 are deleted. “Pause” keeps them.</source>
        <translation>Unfertige Dateien von %1 werden gelöscht. „Anhalten“ behält sie.</translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation>Download abbrechen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Weiter herunterladen</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::HubPage</name>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Parts of the hub</source>
        <translation>Bereiche des Hubs</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>%1 is set: nobody is asked</source>
        <translation>%1 ist gesetzt: keine Anfragen</translation>
    </message>
    <message>
        <source>Asks nobody over the network; what lies in the cache can be used</source>
        <translation>Keine Anfragen über das Netz; was im Cache liegt, ist nutzbar</translation>
    </message>
    <message>
        <source>Set a token…</source>
        <translation>Zugriffstoken setzen…</translation>
    </message>
    <message>
        <source>On this machine (%1)</source>
        <translation>Auf diesem Rechner (%1)</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>%1 are freed, for every tool that shares the cache. Runs that were made from it can be neither resumed nor exported until it is downloaded again.</source>
        <translation>%1 werden frei, für jedes Werkzeug, das den Cache mitnutzt. Läufe, die darauf beruhen, lassen sich erst nach erneutem Herunterladen wieder fortsetzen oder exportieren.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>%1 is deleted, %2 are free again.</source>
        <translation>%1 ist gelöscht, %2 sind wieder frei.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::HubReach</name>
    <message>
        <source>The hub is not asked: the offline switch is on.</source>
        <translation>Keine Anfrage an den Hub: Der Offline-Schalter ist an.</translation>
    </message>
    <message>
        <source>Turn it off at the top of the page Hub, or unset %1.</source>
        <translation>Ihn oben auf der Seite „Hub“ ausschalten oder %1 entfernen.</translation>
    </message>
    <message>
        <source>This Tunebench was built without the hub: what lies in the cache can be used.</source>
        <translation>Dieses Tunebench wurde ohne den Hub gebaut: Nutzbar ist, was im Cache liegt.</translation>
    </message>
    <message>
        <source>The offline switch is on: nobody is asked.</source>
        <translation>Der Offline-Schalter ist an: keine Anfragen.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::HubSearch</name>
    <message>
        <source>What is searched</source>
        <translation>Was gesucht wird</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Part of a name, as “smollm” or “org/name”</source>
        <translation>Teil eines Namens, etwa „smollm“ oder „org/name“</translation>
    </message>
    <message>
        <source>Name to search for</source>
        <translation>Gesuchter Name</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
    </message>
    <message>
        <source>Asks the hub for names with this text in them</source>
        <translation>Fragt den Hub nach Namen, die diesen Text enthalten</translation>
    </message>
    <message>
        <source>Type a part of a name and press Search.
Nothing is asked over the network before that.</source>
        <translation>Einen Teil des Namens eingeben und „Suchen“ drücken.
Vorher geht keine Anfrage über das Netz.</translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation>Hub wird gefragt…</translation>
    </message>
    <message>
        <source>Nothing was found, because the hub could not be asked.</source>
        <translation>Nichts gefunden, weil der Hub nicht gefragt werden konnte.</translation>
    </message>
    <message>
        <source>The hub knows no model with “%1” in its name.</source>
        <translation>Der Hub kennt kein Modell mit „%1“ im Namen.</translation>
    </message>
    <message>
        <source>The hub knows no data set with “%1” in its name.</source>
        <translation>Der Hub kennt keinen Datensatz mit „%1“ im Namen.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::InterruptedWork</name>
    <message>
        <source>The study “%1” is not finished</source>
        <translation>Die Studie „%1“ ist nicht abgeschlossen</translation>
    </message>
    <message>
        <source>It can go on with the run that was at work.</source>
        <translation>Es kann mit dem unterbrochenen Lauf weitergehen.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>“%1” was interrupted</source>
        <translation>„%1“ wurde unterbrochen</translation>
    </message>
    <message>
        <source>It can go on from its last checkpoint.</source>
        <translation>Es kann ab dem letzten Checkpoint weitergehen.</translation>
    </message>
    <message>
        <source>It can go on from its last checkpoint. There are %1 runs like it in the history.</source>
        <translation>Es kann ab dem letzten Checkpoint weitergehen. Im Verlauf stehen %1 solche Läufe.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Show history</source>
        <translation>Verlauf anzeigen</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::LabelsCard</name>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Examples of each label</source>
        <translation>Beispiele je Label</translation>
    </message>
    <message>
        <source>others</source>
        <translation>übrige</translation>
    </message>
    <message>
        <source>%1 of them</source>
        <translation>%1 insgesamt</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::LargestList</name>
    <message>
        <source>The largest that fit</source>
        <translation>Größte passende Werte</translation>
    </message>
    <message>
        <source>One at a time, with everything else as it is</source>
        <translation>Jeweils einzeln, alles andere unverändert</translation>
    </message>
    <message>
        <source>Model of the family: %1 (%2)</source>
        <translation>Modell der Familie: %1 (%2)</translation>
    </message>
    <message>
        <source>This model with %1 layers: %2 parameters (%3)</source>
        <translation>Dieses Modell mit %1 Schichten: %2 Parameter (%3)</translation>
    </message>
    <message>
        <source>%1, the most there can be</source>
        <translation>%1, mehr ist nicht möglich</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Change it so</source>
        <translation>So ändern</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::LengthPanel</name>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>as many as fit</source>
        <translation>so viele wie möglich</translation>
    </message>
    <message>
        <source>%1 (1 pass)</source>
        <translation>%1 (1 Durchgang)</translation>
    </message>
    <message>
        <source>%1 (%2 passes)</source>
        <translation>%1 (%2 Durchgänge)</translation>
    </message>
    <message>
        <source>%1 a pass</source>
        <translation>%1 je Durchgang</translation>
    </message>
    <message>
        <source>No earlier run had steps of this kind.</source>
        <translation>Kein früherer Lauf hatte solche Schritte.</translation>
    </message>
    <message>
        <source>%1 a step in “%2”; evaluations come on top.</source>
        <translation>%1 je Schritt in „%2“; Auswertungen kommen hinzu.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>Trainingszeit</translation>
    </message>
    <message>
        <source>Choose a model and training data to see how long the run will be.</source>
        <translation>Modell und Trainingsdaten wählen, um zu sehen, wie lang der Lauf wird.</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>noch nicht gemessen</translation>
    </message>
    <message>
        <source>The limit of time ends the run.</source>
        <translation>Das Zeitlimit beendet den Lauf.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::LengthsCard</name>
    <message>
        <source>Length of examples</source>
        <translation>Länge der Beispiele</translation>
    </message>
    <message>
        <source>Examples by their length in tokens</source>
        <translation>Beispiele nach ihrer Länge in Token</translation>
    </message>
    <message>
        <source>in tokens, before they are cut</source>
        <translation>in Token, vor dem Kürzen</translation>
    </message>
    <message>
        <source>cut at %1</source>
        <translation>gekürzt auf %1</translation>
    </message>
    <message>
        <source>No example was read.</source>
        <translation>Kein Beispiel wurde gelesen.</translation>
    </message>
    <message>
        <source>shortest %1 · median %2 · 90 % up to %3 · 99 % up to %4 · longest %5</source>
        <translation>kürzestes %1 · Median %2 · 90 % bis %3 · 99 % bis %4 · längstes %5</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::LineChart</name>
    <message>
        <source>not finite: %L1</source>
        <translation>nicht endlich: %L1</translation>
    </message>
    <message>
        <source>not above 0: %L1</source>
        <translation>nicht über 0: %L1</translation>
    </message>
    <message>
        <source>outside: %L1</source>
        <translation>außerhalb: %L1</translation>
    </message>
    <message>
        <source>%1: %L2 points, here %3</source>
        <translation>%1: %L2 Punkte, hier %3</translation>
    </message>
    <message>
        <source>%1: %L2 points, last %3</source>
        <translation>%1: %L2 Punkte, letzter %3</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>step %L1</source>
        <translation>Schritt %L1</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::LiveCharts</name>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Memory (%1)</source>
        <translation>Speicher (%1)</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>The first step is on its way</source>
        <translation>Der erste Schritt läuft</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>geglättet</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>vorhergesagt</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::LivePage</name>
    <message>
        <source>No run yet</source>
        <translation>Noch kein Lauf</translation>
    </message>
    <message>
        <source>Loss, speed and memory of a run appear here while it trains.</source>
        <translation>Verlust, Geschwindigkeit und Speicher eines Laufs erscheinen hier beim Training.</translation>
    </message>
    <message>
        <source>Set up a run</source>
        <translation>Lauf einrichten</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Samples, log, metrics</source>
        <translation>Proben, Protokoll, Metriken</translation>
    </message>
    <message>
        <source>Unnamed run</source>
        <translation>Unbenannter Lauf</translation>
    </message>
    <message>
        <source>Best validation loss %1 at step %L2, %3 of training.</source>
        <translation>Bester Validierungsverlust %1 bei Schritt %L2, Trainingszeit %3.</translation>
    </message>
    <message>
        <source>Training loss %1, %2 of training.</source>
        <translation>Trainingsverlust %1, Trainingszeit %2.</translation>
    </message>
    <message>
        <source>Next: try it in the Playground, or take it out with Export.</source>
        <translation>Als Nächstes: unter „Ausprobieren“ testen oder unter „Export“ ausgeben.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::LogView</name>
    <message>
        <source>What happens during the run appears here.</source>
        <translation>Hier erscheint, was während des Laufs geschieht.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::MachineView</name>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Processors (%)</source>
        <translation>Prozessoren (%)</translation>
    </message>
    <message>
        <source>Tunebench</source>
        <translation>Tunebench</translation>
    </message>
    <message>
        <source>all programs</source>
        <translation>alle Programme</translation>
    </message>
    <message>
        <source>Memory of the machine</source>
        <translation>Speicher des Rechners</translation>
    </message>
    <message>
        <source>Memory of the machine (%1)</source>
        <translation>Speicher des Rechners (%1)</translation>
    </message>
    <message>
        <source>Measured once a second</source>
        <translation>Einmal je Sekunde gemessen</translation>
    </message>
    <message>
        <source>Another metric</source>
        <translation>Weitere Metrik</translation>
    </message>
    <message>
        <source>This run has no other metric yet</source>
        <translation>Dieser Lauf hat noch keine weitere Metrik</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Measured once a second at first, less often in a long run</source>
        <translation>Zuerst jede Sekunde gemessen, in einem langen Lauf seltener</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::MainWindow</name>
    <message>
        <source>Ctrl+K</source>
        <translation>Ctrl+K</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Alles finden</translation>
    </message>
    <message>
        <source>Pages, actions, settings, presets and runs by their names (Ctrl+K)</source>
        <translation>Seiten, Aktionen, Einstellungen, Vorlagen und Läufe nach Namen (Strg+K)</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>What this page is for, and how it works (F1)</source>
        <translation>Wozu diese Seite dient und wie sie funktioniert (F1)</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::MemorySizeEdit</name>
    <message>
        <source>24 GiB</source>
        <translation>24 GiB</translation>
    </message>
    <message>
        <source>Memory to fit into</source>
        <translation>Vorgesehener Speicher</translation>
    </message>
    <message>
        <source>This machine again</source>
        <translation>Wieder dieser Rechner</translation>
    </message>
    <message>
        <source>Another memory size…</source>
        <translation>Andere Speichergröße…</translation>
    </message>
    <message>
        <source>What is free here counts again</source>
        <translation>Was hier frei ist, zählt wieder</translation>
    </message>
    <message>
        <source>Whether it would fit elsewhere: 24 GiB, 80 GB. The run starts here all the same</source>
        <translation>Ob es anderswo passen würde: 24 GiB, 80 GB. Gestartet wird trotzdem hier</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::MessageBar</name>
    <message>
        <source>Copy with its details</source>
        <translation>Mit Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Meldung kopieren</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Dismiss message</source>
        <translation>Meldung verbergen</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::MethodEditor</name>
    <message>
        <source>Name in the study</source>
        <translation>Name in der Studie</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Change a field, or try several values</source>
        <translation>Feld ändern oder mehrere Werte probieren</translation>
    </message>
    <message>
        <source>Search its learning rate before the race</source>
        <translation>Lernrate vor dem Rennen suchen</translation>
    </message>
    <message>
        <source>Short runs at the learning rates below; the best goes into the race, so that no method loses by its default</source>
        <translation>Kurze Läufe mit den Lernraten unten; die beste geht ins Rennen, damit keine Methode wegen ihres Standardwerts verliert</translation>
    </message>
    <message>
        <source>As in the base (%1)</source>
        <translation>Wie in der Basis (%1)</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::MethodList</name>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>Methods of the study</source>
        <translation>Methoden der Studie</translation>
    </message>
    <message>
        <source>They train one after another on the same data, and are compared.</source>
        <translation>Sie trainieren nacheinander auf denselben Daten und werden verglichen.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Every method</source>
        <translation>Alle Methoden</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n to compare</source>
        <translation>
            <numerusform>%n zum Vergleichen</numerusform>
            <numerusform>%n zum Vergleichen</numerusform>
        </translation>
    </message>
    <message>
        <source>none yet: add at least two</source>
        <translation>noch keine: mindestens zwei nötig</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::MethodTable</name>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Merges</source>
        <translation>Verschmilzt</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>Daneben</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Press a name to choose the method</source>
        <translation>Klick auf einen Namen wählt die Methode</translation>
    </message>
    <message>
        <source>Parameters that train, and their share of the model&apos;s</source>
        <translation>Trainierte Parameter und ihr Anteil an denen des Modells</translation>
    </message>
    <message>
        <source>The most that training needs at once, with the other settings as they are</source>
        <translation>Das Meiste, was das Training gleichzeitig braucht, bei sonst gleichen Einstellungen</translation>
    </message>
    <message>
        <source>Whether the result can become part of the model&apos;s weights, so that it costs nothing when the model is used</source>
        <translation>Ob das Ergebnis in die Gewichte des Modells eingehen kann, sodass es beim Nutzen des Modells nichts kostet</translation>
    </message>
    <message>
        <source>Whether the result lies beside the model: a small file, one of several that are switched without loading the model again</source>
        <translation>Ob das Ergebnis neben dem Modell liegt: eine kleine Datei, eine von mehreren, die sich ohne erneutes Laden des Modells wechseln lassen</translation>
    </message>
    <message>
        <source>What the method puts before each text: it takes room of the context and time</source>
        <translation>Was die Methode jedem Text voranstellt: Es kostet Platz im Kontext und Zeit</translation>
    </message>
    <message>
        <source>Where the method is described, on arxiv.org</source>
        <translation>Wo die Methode beschrieben ist, auf arxiv.org</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 Token</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>1 key a layer</source>
        <translation>1 Key je Schicht</translation>
    </message>
    <message>
        <source>%1 keys a layer</source>
        <translation>%1 Keys je Schicht</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Choose a model to see what each method costs on it.</source>
        <translation>Modell wählen, um zu sehen, was jede Methode bei ihm kostet.</translation>
    </message>
    <message>
        <source>Hide the comparison</source>
        <translation>Vergleich ausblenden</translation>
    </message>
    <message>
        <source>Compare all methods on this model</source>
        <translation>Alle Methoden am Modell vergleichen</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>%1, gewählt</translation>
    </message>
    <message>
        <source>More than the %1 that are asked about</source>
        <translation>Mehr als die %1, nach denen gefragt ist</translation>
    </message>
    <message>
        <source>More than the %1 that are available</source>
        <translation>Mehr als die verfügbaren %1</translation>
    </message>
    <message>
        <source>%1, too much</source>
        <translation>%1, zu viel</translation>
    </message>
    <message>
        <source>%1, paper: %2</source>
        <translation>%1, Paper: %2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::MetricsView</name>
    <message>
        <source>What was measured</source>
        <translation>Was gemessen wurde</translation>
    </message>
    <message>
        <source>Means over the seeds ± standard deviation; in brackets the difference from the baseline.</source>
        <translation>Mittel über die Seeds ± Standardabweichung; in Klammern die Differenz zur Vergleichsbasis.</translation>
    </message>
    <message>
        <source>In brackets the difference from the baseline. Differences between single runs are luck in part: several seeds tell how much.</source>
        <translation>In Klammern die Differenz zur Vergleichsbasis. Unterschiede zwischen einzelnen Läufen sind zum Teil Zufall: Mehrere Seeds zeigen, wie viel.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ParallelChart</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (log)</source>
        <translation>%1 (log)</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ParallelView</name>
    <message>
        <source>Axes</source>
        <translation>Achsen</translation>
    </message>
    <message>
        <source>Choose the settings and numbers that have an axis</source>
        <translation>Einstellungen und Zahlen wählen, die eine Achse haben</translation>
    </message>
    <message>
        <source>Parallel coordinates of the compared runs</source>
        <translation>Parallele Koordinaten der verglichenen Läufe</translation>
    </message>
    <message>
        <source>Choose an axis</source>
        <translation>Achse wählen</translation>
    </message>
    <message>
        <source>Parallel coordinates</source>
        <translation>Parallele Koordinaten</translation>
    </message>
    <message>
        <source>Drag along an axis to choose lines; click it to let go.</source>
        <translation>Entlang einer Achse ziehen, um Linien zu wählen; Klick hebt es auf.</translation>
    </message>
    <message>
        <source>%1 of %2 chosen</source>
        <translation>%1 von %2 gewählt</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ParamField</name>
    <message>
        <source>Explain %1</source>
        <translation>%1 erklären</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Zurück auf %1</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ParamForm</name>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source> (%1 changed)</source>
        <translation> (%1 geändert)</translation>
    </message>
    <message>
        <source>More: %1</source>
        <translation>Mehr: %1</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::PathEdit</name>
    <message>
        <source>Data files (%1);;All files (*)</source>
        <translation>Datendateien (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose or drop a file or a folder</source>
        <translation>Datei oder Ordner wählen oder ablegen</translation>
    </message>
    <message>
        <source>Choose or drop a file</source>
        <translation>Datei wählen oder ablegen</translation>
    </message>
    <message>
        <source>Choose or drop a folder</source>
        <translation>Ordner wählen oder ablegen</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <source>A folder of files…</source>
        <translation>Ordner mit Dateien…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Used before</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Used before (Down)</source>
        <translation>Zuletzt verwendet (Pfeil nach unten)</translation>
    </message>
    <message>
        <source>None of them is there any more</source>
        <translation>Nichts davon ist noch vorhanden</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>Diese vergessen</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::PathListEdit</name>
    <message>
        <source>Add another file or folder</source>
        <translation>Datei oder Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Training file or folder</source>
        <translation>Trainingsdatei oder -ordner</translation>
    </message>
    <message>
        <source>Remove this file</source>
        <translation>Diese Datei entfernen</translation>
    </message>
    <message>
        <source>Remove file</source>
        <translation>Datei entfernen</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::PlanPanel</name>
    <message>
        <source>about %1 in all, %2 at most</source>
        <translation>insgesamt etwa %1, höchstens %2</translation>
    </message>
    <message>
        <source>about %1 in all</source>
        <translation>insgesamt etwa %1</translation>
    </message>
    <message>
        <source>%1 at most</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>nothing limits their time</source>
        <translation>ohne Zeitlimit</translation>
    </message>
    <message>
        <source>What it will cost</source>
        <translation>Was es kosten wird</translation>
    </message>
    <message>
        <source>Planned runs of each method</source>
        <translation>Geplante Läufe je Methode</translation>
    </message>
    <message>
        <source>Start the study</source>
        <translation>Studie starten</translation>
    </message>
    <message>
        <source>Runs that are done already are not repeated</source>
        <translation>Bereits erledigte Läufe werden nicht wiederholt</translation>
    </message>
    <message>
        <source>Add two methods to see the cost.</source>
        <translation>Zwei Methoden hinzufügen, um die Kosten zu sehen.</translation>
    </message>
    <message>
        <source>%1 runs; %2.</source>
        <translation>%1 Läufe; %2.</translation>
    </message>
    <message>
        <source>%1 runs after %2 short tries of learning rates; %3.</source>
        <translation>%1 Läufe nach %2 kurzen Probeläufen mit Lernraten; %3.</translation>
    </message>
    <message>
        <source>No estimate yet: something is missing.</source>
        <translation>Noch keine Schätzung: Es fehlt etwas.</translation>
    </message>
    <message>
        <source>Each run: %1.</source>
        <translation>Jeder Lauf: %1.</translation>
    </message>
    <message>
        <source>All fit into the free memory.</source>
        <translation>Alle passen in den freien Speicher.</translation>
    </message>
    <message>
        <source>Another run is active.</source>
        <translation>Ein anderer Lauf ist aktiv.</translation>
    </message>
    <message>
        <source>Stop it, or wait until it has finished.</source>
        <translation>Beenden oder warten, bis er fertig ist.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::PlaygroundPage</name>
    <message>
        <source>Nobody to ask yet</source>
        <translation>Noch kein Modell zum Befragen</translation>
    </message>
    <message>
        <source>Choose a model: it answers here beside its adapters, on the same prompt and with the same seed, and shows how sure it was of every token.</source>
        <translation>Modell wählen: Es antwortet hier neben seinen Adaptern, auf denselben Prompt und mit demselben Seed, und zeigt, wie sicher es sich bei jedem Token war.</translation>
    </message>
    <message>
        <source>Choose a model folder…</source>
        <translation>Modellordner wählen…</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>How the model is asked</source>
        <translation>Wie das Modell befragt wird</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vervollständigen</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation>Spalte hinzufügen</translation>
    </message>
    <message>
        <source>Up to four answer side by side; a folder that is dropped here gets a column too</source>
        <translation>Bis zu vier antworten nebeneinander; auch ein hier abgelegter Ordner bekommt eine Spalte</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>No model is chosen</source>
        <translation>Kein Modell gewählt</translation>
    </message>
    <message>
        <source>Choose the folder of a model.</source>
        <translation>Den Ordner eines Modells wählen.</translation>
    </message>
    <message>
        <source>Stopped answering: a run starts and needs the machine.</source>
        <translation>Antwort abgebrochen: Ein Lauf beginnt und braucht den Rechner.</translation>
    </message>
    <message>
        <source>Choose the folder of an adapter</source>
        <translation>Ordner eines Adapters wählen</translation>
    </message>
    <message>
        <source>A run is training: the answers come when it pauses or ends.</source>
        <translation>Ein Lauf trainiert: Antworten kommen, sobald er angehalten wird oder endet.</translation>
    </message>
    <message>
        <source>Pause it</source>
        <translation>Lauf anhalten</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::PrecisionPanel</name>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>arithmetic</source>
        <translation>Arithmetik</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größte Zahl</translation>
    </message>
    <message>
        <source>Smallest normal</source>
        <translation>Kleinste normale</translation>
    </message>
    <message>
        <source>Resolution at 1</source>
        <translation>Auflösung bei 1</translation>
    </message>
    <message>
        <source>Speed here</source>
        <translation>Geschwindigkeit hier</translation>
    </message>
    <message>
        <source>As run files name it, and what this run uses it for</source>
        <translation>Name in Laufdateien, und wofür dieser Lauf ihn nutzt</translation>
    </message>
    <message>
        <source>What a number takes</source>
        <translation>Was eine Zahl belegt</translation>
    </message>
    <message>
        <source>What is beyond it is infinite: overflow</source>
        <translation>Was darüber liegt, ist unendlich: Überlauf</translation>
    </message>
    <message>
        <source>Smaller numbers have fewer digits, and from some size on none: underflow</source>
        <translation>Kleinere Zahlen haben weniger Stellen und irgendwann keine mehr: Unterlauf</translation>
    </message>
    <message>
        <source>The distance from 1 to the next number</source>
        <translation>Der Abstand von 1 zur nächsten Zahl</translation>
    </message>
    <message>
        <source>Of large matrix products, where most of a training step goes</source>
        <translation>Bei großen Matrixprodukten, dem Hauptteil eines Trainingsschritts</translation>
    </message>
    <message>
        <source>%1, about %2 digits</source>
        <translation>%1, etwa %2 Stellen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Measure speed here</source>
        <translation>Geschwindigkeit hier messen</translation>
    </message>
    <message>
        <source>Multiplies large matrices of every type on the device of the run</source>
        <translation>Multipliziert große Matrizen jedes Typs auf dem Gerät des Laufs</translation>
    </message>
    <message>
        <source>Hide number types</source>
        <translation>Zahlentypen ausblenden</translation>
    </message>
    <message>
        <source>Number types: range, resolution, speed here</source>
        <translation>Zahlentypen: Bereich, Auflösung, Geschwindigkeit hier</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Measuring every type: a second or two…</source>
        <translation>Jeder Typ wird gemessen: ein bis zwei Sekunden…</translation>
    </message>
    <message>
        <source>Possible as soon as the run that is active has ended.</source>
        <translation>Möglich, sobald der aktive Lauf beendet ist.</translation>
    </message>
    <message>
        <source>%1 saves memory here, not time.</source>
        <translation>%1 spart hier Speicher, keine Zeit.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::PresetDialog</name>
    <message>
        <source>Save as a preset</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <source>Keeps method, training and precision, for any model and data. A preset of the same title is replaced.</source>
        <translation>Speichert Methode, Training und Präzision, für beliebige Modelle und Daten. Eine Vorlage gleichen Titels wird ersetzt.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>When to take it, and why</source>
        <translation>Wann sie passt, und warum</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::PreviewPanel</name>
    <message>
        <source>%1, from the first row</source>
        <translation>%1, aus der ersten Zeile</translation>
    </message>
    <message>
        <source>%1, from the first %2 rows</source>
        <translation>%1, aus den ersten %2 Zeilen</translation>
    </message>
    <message>
        <source>longest 1 token</source>
        <translation>längstes 1 Token</translation>
    </message>
    <message>
        <source>longest %1 tokens</source>
        <translation>längstes %1 Token</translation>
    </message>
    <message>
        <source>Label: %1, of %2 tokens</source>
        <translation>Label: %1, zu %2 Token</translation>
    </message>
    <message>
        <source>1 of %1 tokens is learned (coloured)</source>
        <translation>1 von %1 Token wird gelernt (farbig)</translation>
    </message>
    <message>
        <source>%1 of %2 tokens are learned (coloured)</source>
        <translation>%1 von %2 Token werden gelernt (farbig)</translation>
    </message>
    <message>
        <source>Previous example</source>
        <translation>Voriges Beispiel</translation>
    </message>
    <message>
        <source>Next example</source>
        <translation>Nächstes Beispiel</translation>
    </message>
    <message>
        <source>%1 cut</source>
        <translation>%1 gekürzt</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>%1 ausgelassen</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>, %1 more cut off</source>
        <translation>, %1 weitere abgeschnitten</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::PromptCard</name>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>System message</source>
        <translation>Systemnachricht</translation>
    </message>
    <message>
        <source>System message (optional)</source>
        <translation>Systemnachricht (optional)</translation>
    </message>
    <message>
        <source>What the model is told before the chat</source>
        <translation>Was dem Modell vor dem Chat gesagt wird</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Generieren</translation>
    </message>
    <message>
        <source>All columns answer, one after the other (Ctrl+Enter)</source>
        <translation>Alle Spalten antworten, eine nach der anderen (Strg+Enter)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>What was answered so far stays</source>
        <translation>Die bisherige Antwort bleibt</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Merken</translation>
    </message>
    <message>
        <source>The prompt as a sample of the run, or with an answer in an evaluation set</source>
        <translation>Den Prompt als Probe-Prompt des Laufs oder mit einer Antwort in Auswertungsdaten</translation>
    </message>
    <message>
        <source>What you say to the model</source>
        <translation>Die eigene Nachricht an das Modell</translation>
    </message>
    <message>
        <source>A text that the model goes on from</source>
        <translation>Ein Text, den das Modell fortsetzt</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::PromptKeeper</name>
    <message>
        <source>As a sample of the run in Setup</source>
        <translation>Als Probe-Prompt des Laufs in „Einrichten“</translation>
    </message>
    <message>
        <source>In an evaluation set, with the answer of %1…</source>
        <translation>In Auswertungsdaten, mit der Antwort von %1…</translation>
    </message>
    <message>
        <source>In an evaluation set: there is no answer yet</source>
        <translation>In Auswertungsdaten: noch keine Antwort vorhanden</translation>
    </message>
    <message>
        <source>The run in Setup answers this prompt at each evaluation.</source>
        <translation>Der Lauf in „Einrichten“ beantwortet diesen Prompt bei jeder Auswertung.</translation>
    </message>
    <message>
        <source>It goes on from the text as it stands, without a chat template.</source>
        <translation>Er setzt den Text so fort, wie er dasteht, ohne Chat-Vorlage.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Show Setup</source>
        <translation>Einrichten anzeigen</translation>
    </message>
    <message>
        <source>Evaluation set to add to</source>
        <translation>Zu ergänzende Auswertungsdaten</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl);;All files (*)</source>
        <translation>JSON Lines (*.jsonl);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Added to %1.</source>
        <translation>Zu %1 hinzugefügt.</translation>
    </message>
    <message>
        <source>The answer counts as right: correct it in the file where it is not.</source>
        <translation>Die Antwort gilt als richtig: in der Datei korrigieren, wo sie es nicht ist.</translation>
    </message>
    <message>
        <source>Validate with it</source>
        <translation>Damit validieren</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::QueuePanel</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Its time is used up</source>
        <translation>Zeit aufgebraucht</translation>
    </message>
    <message>
        <source>Progress of the study</source>
        <translation>Fortschritt der Studie</translation>
    </message>
    <message>
        <source>Show the run</source>
        <translation>Lauf anzeigen</translation>
    </message>
    <message>
        <source>The run at work, on page Live</source>
        <translation>Der aktive Lauf, auf der Seite „Live“</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Save the run at work and start no other; it goes on from here later</source>
        <translation>Aktiven Lauf speichern und keinen weiteren starten; später geht es hier weiter</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>With what waits; what is done is not repeated</source>
        <translation>Mit dem, was wartet; Erledigtes wird nicht wiederholt</translation>
    </message>
    <message>
        <source>Runs of the study</source>
        <translation>Läufe der Studie</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+Up</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Down</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>The run is not done, or ended if it is at work; it can be tried again</source>
        <translation>Der Lauf entfällt oder wird, falls aktiv, beendet; er lässt sich erneut versuchen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Puts a run that failed or was left out back into the queue</source>
        <translation>Reiht fehlgeschlagene oder ausgelassene Läufe wieder ein</translation>
    </message>
    <message>
        <source>Go on after an error</source>
        <translation>Nach Fehler fortfahren</translation>
    </message>
    <message>
        <source>Off: a run that fails pauses the study. Leave it on overnight.</source>
        <translation>Aus: Ein fehlgeschlagener Lauf hält die Studie an. Über Nacht anlassen.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht gestartet</translation>
    </message>
    <message>
        <source>%1 of %2 runs done</source>
        <translation>%1 von %2 Läufen fertig</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>noch wenige Sekunden</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on with the run at work and those after it</source>
        <translation>Mit dem aktiven Lauf und den folgenden fortfahren</translation>
    </message>
    <message>
        <source>The run at work waits, its model in memory; none begins</source>
        <translation>Der aktive Lauf wartet, sein Modell bleibt im Speicher; keiner beginnt</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Messung</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RepositoryCard</name>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>no licence stated</source>
        <translation>keine Lizenz angegeben</translation>
    </message>
    <message>
        <source>licence %1</source>
        <translation>Lizenz %1</translation>
    </message>
    <message>
        <source>1 like</source>
        <translation>1 Like</translation>
    </message>
    <message>
        <source>%1 likes</source>
        <translation>%1 Likes</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>geändert am %1</translation>
    </message>
    <message>
        <source>%1 on disk</source>
        <translation>%1 auf der Platte</translation>
    </message>
    <message>
        <source>Choose a row to see what it holds.</source>
        <translation>Zeile wählen, um ihren Inhalt zu sehen.</translation>
    </message>
    <message>
        <source>The chosen repository</source>
        <translation>Das gewählte Repository</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>A branch, a tag, a pull request (refs/pr/1) or a commit</source>
        <translation>Ein Zweig, ein Tag, ein Pull Request (refs/pr/1) oder ein Commit</translation>
    </message>
    <message>
        <source>Show files</source>
        <translation>Dateien anzeigen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Use for the run</source>
        <translation>Für den Lauf verwenden</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Reading the cache…</source>
        <translation>Cache wird gelesen…</translation>
    </message>
    <message>
        <source>“Show files” asks the hub for the files and their sizes.</source>
        <translation>„Dateien anzeigen“ fragt den Hub nach den Dateien und ihren Größen.</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Lädt herunter</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Not downloaded</source>
        <translation>Nicht heruntergeladen</translation>
    </message>
    <message>
        <source>Nothing here is downloaded.</source>
        <translation>Hier wird nichts heruntergeladen.</translation>
    </message>
    <message>
        <source>Everything that is needed lies in the cache.</source>
        <translation>Alles Nötige liegt im Cache.</translation>
    </message>
    <message>
        <source>Download fetches %1 in %2.</source>
        <translation>„Herunterladen“ holt %1 in %2.</translation>
    </message>
    <message>
        <source>Download fetches %1 in %2; %3 of the disk are free.</source>
        <translation>„Herunterladen“ holt %1 in %2; auf der Platte sind %3 frei.</translation>
    </message>
    <message>
        <source>The disk has too little room</source>
        <translation>Zu wenig Platz auf der Platte</translation>
    </message>
    <message>
        <source>%1 are needed and %2 are free. Delete something, or put the cache elsewhere with HF_HUB_CACHE.</source>
        <translation>Nötig sind %1, frei sind %2. Etwas löschen oder den Cache mit HF_HUB_CACHE an einen anderen Ort legen.</translation>
    </message>
    <message>
        <source>In the cache: %1 in %2.</source>
        <translation>Im Cache: %1 in %2.</translation>
    </message>
    <message>
        <source>No file has come to its end yet.</source>
        <translation>Noch keine Datei ist vollständig.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Abfrage…</translation>
    </message>
    <message>
        <source>Asks the hub for the files and their sizes</source>
        <translation>Fragt den Hub nach den Dateien und ihren Größen</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>It is among the downloads below</source>
        <translation>Steht unten bei den Downloads</translation>
    </message>
    <message>
        <source>Fetches what is newer on the hub</source>
        <translation>Holt, was auf dem Hub neuer ist</translation>
    </message>
    <message>
        <source>Fetches what loading and training need</source>
        <translation>Holt, was Laden und Training brauchen</translation>
    </message>
    <message>
        <source>Fills it into Setup</source>
        <translation>Übernimmt es in „Einrichten“</translation>
    </message>
    <message>
        <source>It has to be downloaded first</source>
        <translation>Muss zuerst heruntergeladen werden</translation>
    </message>
    <message>
        <source>Takes it out of the cache</source>
        <translation>Entfernt es aus dem Cache</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ResultsPanel</name>
    <message>
        <source>Results of the study</source>
        <translation>Ergebnisse der Studie</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Where the report lies in every format, beside what was measured</source>
        <translation>Enthält den Bericht in jedem Format und die Messwerte</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>As HTML, Markdown, LaTeX or JSON</source>
        <translation>Als HTML, Markdown, LaTeX oder JSON</translation>
    </message>
    <message>
        <source>So far: runs are still to come.</source>
        <translation>Zwischenstand: Es stehen noch Läufe aus.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RowBrowser</name>
    <message>
        <source>Previous row</source>
        <translation>Vorherige Zeile</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Number of the row</source>
        <translation>Nummer der Zeile</translation>
    </message>
    <message>
        <source>Type a number and press Return to go there</source>
        <translation>Nummer eingeben und mit Return dorthin springen</translation>
    </message>
    <message>
        <source>Read all rows</source>
        <translation>Alle Zeilen lesen</translation>
    </message>
    <message>
        <source>Only the first rows of each file were read. With all of them the rows are packed as in the run&apos;s first epoch.</source>
        <translation>Von jeder Datei wurden nur die ersten Zeilen gelesen. Mit allen wird so gepackt wie in der ersten Epoche des Laufs.</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>gelernt</translation>
    </message>
    <message>
        <source>only read</source>
        <translation>nur gelesen</translation>
    </message>
    <message>
        <source>A line separates examples: none of them sees another.</source>
        <translation>Eine Linie trennt Beispiele: Keines sieht ein anderes.</translation>
    </message>
    <message>
        <source>Ids and positions</source>
        <translation>IDs und Positionen</translation>
    </message>
    <message>
        <source>Below each token its id and, behind the @, its position</source>
        <translation>Unter jedem Token seine ID und hinter dem @ seine Position</translation>
    </message>
    <message>
        <source>The data has no example to learn from.</source>
        <translation>In den Daten ist kein Beispiel zum Lernen.</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>batch %1 of %2</source>
        <translation>Batch %1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>%1 von %2 Token</translation>
    </message>
    <message>
        <source>1 example</source>
        <translation>1 Beispiel</translation>
    </message>
    <message>
        <source>%1 examples</source>
        <translation>%1 Beispiele</translation>
    </message>
    <message>
        <source>from the first rows of each file</source>
        <translation>aus den ersten Zeilen jeder Datei</translation>
    </message>
    <message>
        <source>Point at a token, or go to it with the arrow keys, to see its id and position.</source>
        <translation>Auf ein Token zeigen oder mit den Pfeiltasten dorthin gehen, um ID und Position zu sehen.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunActions</name>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on from the run&apos;s last checkpoint</source>
        <translation>Ab dem letzten Checkpoint des Laufs weitermachen</translation>
    </message>
    <message>
        <source>Run again…</source>
        <translation>Erneut ausführen…</translation>
    </message>
    <message>
        <source>Fill Setup with the run&apos;s settings</source>
        <translation>Einstellungen des Laufs in „Einrichten“ übernehmen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Take the run&apos;s result out as files</source>
        <translation>Ergebnis des Laufs als Dateien ausgeben</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Show the chosen runs side by side</source>
        <translation>Gewählte Läufe nebeneinander anzeigen</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Mit Stern markieren</translation>
    </message>
    <message>
        <source>Mark the chosen runs, to find them again: starred == true</source>
        <translation>Gewählte Läufe zum Wiederfinden markieren: starred == true</translation>
    </message>
    <message>
        <source>Add tag…</source>
        <translation>Schlagwort hinzufügen…</translation>
    </message>
    <message>
        <source>Give the chosen runs a word, to find them again: tag:word</source>
        <translation>Gewählten Läufen ein Wort zum Wiederfinden geben: tag:word</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Leave the chosen runs out of the list</source>
        <translation>Gewählte Läufe aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Move the chosen runs into the trash; they can be restored for 30 days</source>
        <translation>Gewählte Läufe in den Papierkorb legen; sie lassen sich 30 Tage lang wiederherstellen</translation>
    </message>
    <message>
        <source>Write for other programs</source>
        <translation>Für andere Programme schreiben</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation>Stern entfernen</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Aus dem Archiv holen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Choose one run that was stopped or interrupted</source>
        <translation>Einen beendeten oder unterbrochenen Lauf wählen</translation>
    </message>
    <message>
        <source>Another run is active</source>
        <translation>Ein anderer Lauf ist aktiv</translation>
    </message>
    <message>
        <source>This run has ended: “Run again” starts a new one</source>
        <translation>Dieser Lauf ist zu Ende: „Erneut ausführen“ startet einen neuen</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1 von %2 Läufen</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 Lauf</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 Läufe</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunCurves</name>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Validierungsverlust</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>Loss scale</source>
        <translation>Verlustskalierung</translation>
    </message>
    <message>
        <source>Gradient underflow (share)</source>
        <translation>Gradientenunterlauf (Anteil)</translation>
    </message>
    <message>
        <source>Gradient overflow (share)</source>
        <translation>Gradientenüberlauf (Anteil)</translation>
    </message>
    <message>
        <source>Skipped steps</source>
        <translation>Übersprungene Schritte</translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation>Token je Sekunde</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>Spitzenspeicher</translation>
    </message>
    <message>
        <source>Curves of the chosen runs</source>
        <translation>Kurven der gewählten Läufe</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Choose runs in the table to lay their curves over each other</source>
        <translation>Läufe in der Tabelle wählen, um ihre Kurven übereinanderzulegen</translation>
    </message>
    <message>
        <source>The chosen runs have no values of this metric</source>
        <translation>Die gewählten Läufe haben keine Werte dieser Metrik</translation>
    </message>
    <message>
        <source>The first %1 of %2 chosen runs</source>
        <translation>Die ersten %1 von %2 gewählten Läufen</translation>
    </message>
    <message>
        <source>Smoothing of each run&apos;s curve</source>
        <translation>Glättung der Kurve jedes Laufs</translation>
    </message>
    <message>
        <source>Values on a logarithmic axis</source>
        <translation>Werte auf logarithmischer Achse</translation>
    </message>
    <message>
        <source>%1, as it is</source>
        <translation>%1, ungeglättet</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunDetailsPane</name>
    <message>
        <source>Details of the run</source>
        <translation>Einzelheiten des Laufs</translation>
    </message>
    <message>
        <source>Choose one run to see everything about it.</source>
        <translation>Einen Lauf wählen, um alles über ihn zu sehen.</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>&gt;Last</source>
        <translation>&gt;Letzter</translation>
    </message>
    <message>
        <source>&gt;Best</source>
        <translation>&gt;Bester</translation>
    </message>
    <message>
        <source>&gt;At step</source>
        <translation>&gt;Bei Schritt</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>&gt;To step</source>
        <translation>&gt;Bis Schritt</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>&gt;Step</source>
        <translation>&gt;Schritt</translation>
    </message>
    <message>
        <source>&gt;Size</source>
        <translation>&gt;Größe</translation>
    </message>
    <message>
        <source>Disk use</source>
        <translation>Plattenbelegung</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Move checkpoints that nothing needs into the trash: all but the newest and the best</source>
        <translation>Nicht mehr benötigte Checkpoints in den Papierkorb legen: alle außer dem neuesten und dem besten</translation>
    </message>
    <message>
        <source>Move checkpoints that nothing needs into the trash: all but the newest, the best, and what the run would roll back to</source>
        <translation>Checkpoints, die nicht gebraucht werden, in den Papierkorb verschieben: alle außer dem neuesten, dem besten und dem, zu dem der Lauf zurückkehren würde</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunDifferences</name>
    <message>
        <source>Settings in which the runs differ</source>
        <translation>Abweichende Einstellungen der Läufe</translation>
    </message>
    <message>
        <source>Choose two or more runs to see in which settings they differ.</source>
        <translation>Mindestens zwei Läufe wählen, um ihre abweichenden Einstellungen zu sehen.</translation>
    </message>
    <message>
        <source>These runs have the same settings.</source>
        <translation>Diese Läufe haben dieselben Einstellungen.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunEdits</name>
    <message>
        <source>1 run</source>
        <translation>1 Lauf</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 Läufe</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Mit Stern markieren</translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation>Stern entfernen</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Aus dem Archiv holen</translation>
    </message>
    <message>
        <source>%1 archived</source>
        <translation>%1 archiviert</translation>
    </message>
    <message>
        <source>%1 taken out of the archive</source>
        <translation>%1 aus dem Archiv geholt</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>%1 being trained, left alone</source>
        <translation>%1 im Training, nicht angetastet</translation>
    </message>
    <message>
        <source>Stop them first.</source>
        <translation>Zuerst beenden.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>%1 restored</source>
        <translation>%1 wiederhergestellt</translation>
    </message>
    <message>
        <source>%1 in use, left alone</source>
        <translation>%1 in Gebrauch, nicht angetastet</translation>
    </message>
    <message>
        <source>Stop their training, or let their export or evaluation end, first.</source>
        <translation>Erst ihr Training beenden oder das Ende von Export oder Auswertung abwarten.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunFiles</name>
    <message>
        <source>Run files (%1)</source>
        <translation>Laufdateien (%1)</translation>
    </message>
    <message>
        <source>Open a run file</source>
        <translation>Laufdatei öffnen</translation>
    </message>
    <message>
        <source>Save the run file</source>
        <translation>Laufdatei speichern</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>The command line runs it too: tunebench-cli run %1</source>
        <translation>Läuft auch von der Befehlszeile aus: tunebench-cli run %1</translation>
    </message>
    <message>
        <source>Saved the preset “%1”</source>
        <translation>Vorlage „%1“ gespeichert</translation>
    </message>
    <message>
        <source>It is under “Start from”, and on the command line: tunebench-cli run --preset %1</source>
        <translation>Sie steht unter „Ausgehen von“ und auf der Befehlszeile bereit: tunebench-cli run --preset %1</translation>
    </message>
    <message>
        <source>Copied the command that starts the same run</source>
        <translation>Befehl kopiert, der denselben Lauf startet</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunForm</name>
    <message>
        <source>Name of the run</source>
        <translation>Name des Laufs</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunHeader</name>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Between two steps; the model stays in memory (Ctrl+P)</source>
        <translation>Zwischen zwei Schritten; das Modell bleibt im Speicher (Strg+P)</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation>Beenden und speichern</translation>
    </message>
    <message>
        <source>Ends the run after this step; it can be resumed (Ctrl+.)</source>
        <translation>Beendet den Lauf nach diesem Schritt; er lässt sich fortsetzen (Strg+.)</translation>
    </message>
    <message>
        <source>More commands</source>
        <translation>Weitere Befehle</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>A new run with the same settings</source>
        <translation>Ein neuer Lauf mit denselben Einstellungen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Take the result out as files</source>
        <translation>Ergebnis als Dateien ausgeben</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>Jetzt speichern</translation>
    </message>
    <message>
        <source>Sample now</source>
        <translation>Jetzt Proben erzeugen</translation>
    </message>
    <message>
        <source>Evaluate now</source>
        <translation>Jetzt auswerten</translation>
    </message>
    <message>
        <source>Pause and release memory</source>
        <translation>Anhalten und Speicher freigeben</translation>
    </message>
    <message>
        <source>Change settings…</source>
        <translation>Einstellungen ändern…</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen…</translation>
    </message>
    <message>
        <source>Discard the run?</source>
        <translation>Lauf verwerfen?</translation>
    </message>
    <message>
        <source>The run stops, and what it has learned is deleted, its checkpoints too. Its curves stay in the history.</source>
        <translation>Der Lauf wird beendet und das Gelernte samt Checkpoints gelöscht. Seine Kurven bleiben im Verlauf.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>Loading the engine, the model and the data</source>
        <translation>Engine, Modell und Daten werden geladen</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>%1 trained</source>
        <translation>%1 trainiert</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Loading the model and the data</source>
        <translation>Modell und Daten werden geladen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunList</name>
    <message>
        <source>Runs, pinned columns</source>
        <translation>Läufe, angeheftete Spalten</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunNotes</name>
    <message>
        <source>baseline, rank sweep</source>
        <translation>Vergleichsbasis, Rangreihe</translation>
    </message>
    <message>
        <source>What you wanted to find out, and what came out</source>
        <translation>Was herauszufinden war und was herauskam</translation>
    </message>
    <message>
        <source>Archived: hidden from the list</source>
        <translation>Archiviert: in der Liste ausgeblendet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunPresence</name>
    <message>
        <source>%1. Best validation loss %2 at step %3.</source>
        <translation>%1. Bester Validierungsverlust %2 bei Schritt %3.</translation>
    </message>
    <message>
        <source>%1. Training loss %2.</source>
        <translation>%1. Trainingsverlust %2.</translation>
    </message>
    <message>
        <source>Training %1</source>
        <translation>Training: %1</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunRequests</name>
    <message>
        <source>A study is at work.</source>
        <translation>Eine Studie läuft.</translation>
    </message>
    <message>
        <source>Another run is active.</source>
        <translation>Ein anderer Lauf ist aktiv.</translation>
    </message>
    <message>
        <source>Stop it, or wait until it has finished.</source>
        <translation>Beenden oder das Ende abwarten.</translation>
    </message>
    <message>
        <source>Unnamed run</source>
        <translation>Lauf ohne Namen</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunTableModel</name>
    <message>
        <source>%1 of %2 parameters</source>
        <translation>%1 von %2 Parametern</translation>
    </message>
    <message>
        <source>measured %1, predicted %2</source>
        <translation>gemessen %1, vorhergesagt %2</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>%1 von %2 Schritten</translation>
    </message>
    <message>
        <source>%1 at step %2</source>
        <translation>%1 bei Schritt %2</translation>
    </message>
    <message>
        <source>Unnamed (%1)</source>
        <translation>Unbenannt (%1)</translation>
    </message>
    <message>
        <source>mean %1, standard deviation %2, of %3 runs</source>
        <translation>Mittel %1, Standardabweichung %2, aus %3 Läufen</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Not starred</source>
        <translation>Ohne Stern</translation>
    </message>
    <message>
        <source>%1 %2 · %3</source>
        <comment>folded or not, group, number of runs</comment>
        <translation>%1 %2 · %3</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <comment>mean, standard deviation</comment>
        <translation>%1 ± %2</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunTiles</name>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Validierungsverlust</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>Spitzenspeicher</translation>
    </message>
    <message>
        <source>gradient norm %1</source>
        <translation>Gradientennorm %1</translation>
    </message>
    <message>
        <source>best %1 at step %L2</source>
        <translation>bester %1 bei Schritt %L2</translation>
    </message>
    <message>
        <source>%1 a step</source>
        <translation>%1 je Schritt</translation>
    </message>
    <message>
        <source>predicted %1</source>
        <translation>vorhergesagt %1</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunTransfer</name>
    <message>
        <source>Older states of the same logs were archived.</source>
        <translation>Ältere Stände derselben Protokolle wurden archiviert.</translation>
    </message>
    <message>
        <source>These logs were imported before</source>
        <translation>Diese Protokolle wurden schon importiert</translation>
    </message>
    <message>
        <source>1 run imported</source>
        <translation>1 Lauf importiert</translation>
    </message>
    <message>
        <source>%1 runs imported</source>
        <translation>%1 Läufe importiert</translation>
    </message>
    <message>
        <source>1 run written to %1</source>
        <translation>1 Lauf in %1 geschrieben</translation>
    </message>
    <message>
        <source>%1 runs written to %2</source>
        <translation>%1 Läufe in %2 geschrieben</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::SampleTimeline</name>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>All prompts</source>
        <translation>Alle Prompts</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::SamplesView</name>
    <message>
        <source>Answers to the sample prompts appear here, at every evaluation.</source>
        <translation>Hier erscheinen bei jeder Auswertung die Antworten auf die Probe-Prompts.</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>Step %L1</source>
        <translation>Schritt %L1</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::SamplingCard</name>
    <message>
        <source>Sampling</source>
        <translation>Sampling</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ScatterChart</name>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>%1: %2 %3, %4 %5</source>
        <translation>%1: %2 %3, %4 %5</translation>
    </message>
    <message>
        <source>%1; on the front</source>
        <translation>%1; auf der Front</translation>
    </message>
    <message>
        <source>not on these axes: %L1</source>
        <translation>nicht auf diesen Achsen: %L1</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::SeenRowView</name>
    <message>
        <source>Tokens of the row; arrow keys go from token to token</source>
        <translation>Token der Zeile; die Pfeiltasten führen von Token zu Token</translation>
    </message>
    <message>
        <source>%1 more tokens of this row are not drawn.</source>
        <translation>%1 weitere Token dieser Zeile sind nicht gezeichnet.</translation>
    </message>
    <message>
        <source>%1 line %2 · %3 tokens</source>
        <translation>%1 Zeile %2 · %3 Token</translation>
    </message>
    <message>
        <source> · label %1</source>
        <translation> · Label %1</translation>
    </message>
    <message>
        <source> · %1 learned</source>
        <translation> · %1 gelernt</translation>
    </message>
    <message>
        <source> · %1 more cut off</source>
        <translation> · %1 weitere abgeschnitten</translation>
    </message>
    <message>
        <source>“%1” · id %2 · position %3 · %4 · example %5 of %6</source>
        <translation>„%1“ · ID %2 · Position %3 · %4 · Beispiel %5 von %6</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>gelernt</translation>
    </message>
    <message>
        <source>only read</source>
        <translation>nur gelesen</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Aussehen und Sprache</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Wie im System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>From the next start on</source>
        <translation>Ab dem nächsten Start</translation>
    </message>
    <message>
        <source>While a run trains</source>
        <translation>Während ein Lauf trainiert</translation>
    </message>
    <message>
        <source>Keep the machine awake</source>
        <translation>Rechner wach halten</translation>
    </message>
    <message>
        <source>Until the run ends or is paused; from the next run on</source>
        <translation>Bis der Lauf endet oder angehalten wird; ab dem nächsten Lauf</translation>
    </message>
    <message>
        <source>Notify me when it has ended, if another window is in front</source>
        <translation>Das Ende melden, wenn ein anderes Fenster im Vordergrund ist</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>History, runs and checkpoints are kept here. To use another folder, start Tunebench with --data-folder, or set TUNEBENCH_DATA.</source>
        <translation>Hier liegen Verlauf, Läufe und Checkpoints. Für einen anderen Ordner Tunebench mit --data-folder starten oder TUNEBENCH_DATA setzen.</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>The engine does the training. It is loaded when it is first needed.</source>
        <translation>Die Engine führt das Training aus. Sie wird erst geladen, wenn sie gebraucht wird.</translation>
    </message>
    <message>
        <source>Check the engine</source>
        <translation>Engine prüfen</translation>
    </message>
    <message>
        <source>Loads it and measures how fast it multiplies matrices</source>
        <translation>Lädt sie und misst, wie schnell sie Matrizen multipliziert</translation>
    </message>
    <message>
        <source>Checked as soon as the run that is active has ended…</source>
        <translation>Prüfung folgt, sobald der aktive Lauf zu Ende ist…</translation>
    </message>
    <message>
        <source>Loading and measuring…</source>
        <translation>Laden und Messen…</translation>
    </message>
    <message>
        <source>LibTorch %1, threads: %2</source>
        <translation>LibTorch %1, Threads: %2</translation>
    </message>
    <message>
        <source>, %1 GFLOP/s in fp32 matrix products</source>
        <translation>, %1 GFLOP/s bei fp32-Matrixprodukten</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::SettingsView</name>
    <message>
        <source>Settings in which the runs differ</source>
        <translation>Abweichende Einstellungen der Läufe</translation>
    </message>
    <message>
        <source>Also those that an imported run does not tell</source>
        <translation>Auch solche, die ein importierter Lauf nicht angibt</translation>
    </message>
    <message>
        <source>The runs do not differ in any setting that is known.</source>
        <translation>Die Läufe unterscheiden sich in keiner bekannten Einstellung.</translation>
    </message>
    <message numerus="yes">
        <source>Of imported runs only the settings are known that the other program wrote down: in %n others it cannot be said whether they differ.</source>
        <translation>
            <numerusform>Von importierten Läufen sind nur die Einstellungen bekannt, die das andere Programm notiert hat: Bei %n weiterer ist offen, ob sie abweicht.</numerusform>
            <numerusform>Von importierten Läufen sind nur die Einstellungen bekannt, die das andere Programm notiert hat: Bei %n weiteren ist offen, ob sie abweichen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tunebench::ui::SetupHeader</name>
    <message>
        <source>Setup</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Use the sample</source>
        <translation>Beispiel verwenden</translation>
    </message>
    <message>
        <source>A small model and data that come with Tunebench: a whole fine-tuning in two minutes</source>
        <translation>Ein kleines Modell und Daten, die Tunebench mitbringt: ein ganzes Fine-Tuning in zwei Minuten</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Ausgehen von</translation>
    </message>
    <message>
        <source>A run file (Ctrl+O), a preset, or an earlier run</source>
        <translation>Laufdatei (Strg+O), Vorlage oder früherer Lauf</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>As a run file… (Ctrl+S)</source>
        <translation>Als Laufdatei… (Strg+S)</translation>
    </message>
    <message>
        <source>As a preset…</source>
        <translation>Als Vorlage…</translation>
    </message>
    <message>
        <source>Copy as a command line</source>
        <translation>Als Befehlszeile kopieren</translation>
    </message>
    <message>
        <source>For later, for other models, or for the command line</source>
        <translation>Für später, für andere Modelle oder für die Befehlszeile</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::SetupPage</name>
    <message>
        <source>A folder from Hugging Face: config.json, safetensors, tokenizer.json. It is only read.</source>
        <translation>Ein Ordner von Hugging Face: config.json, safetensors, tokenizer.json. Er wird nur gelesen.</translation>
    </message>
    <message>
        <source>Another run is active.</source>
        <translation>Ein anderer Lauf ist aktiv.</translation>
    </message>
    <message>
        <source>Stop it, or wait until it has finished.</source>
        <translation>Beenden oder das Ende abwarten.</translation>
    </message>
    <message>
        <source>Show the field</source>
        <translation>Feld zeigen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The run file is open</source>
        <translation>Die Laufdatei ist geöffnet</translation>
    </message>
    <message>
        <source>“%1” is open</source>
        <translation>„%1“ ist geöffnet</translation>
    </message>
    <message>
        <source>Settings of “%1”</source>
        <translation>Einstellungen von „%1“</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1, %2 is chosen</source>
        <translation>%1, %2 gewählt</translation>
    </message>
    <message>
        <source>Removed the preset “%1”</source>
        <translation>Vorlage „%1“ entfernt</translation>
    </message>
    <message>
        <source>Choose a model and training data to see the tokens and which of them are learned.</source>
        <translation>Modell und Trainingsdaten wählen, um zu sehen, welche Token es gibt und welche davon gelernt werden.</translation>
    </message>
    <message>
        <source>Choose a model and training data to see how long the run will be.</source>
        <translation>Modell und Trainingsdaten wählen, um zu sehen, wie lang der Lauf wird.</translation>
    </message>
    <message>
        <source>%1 is chosen</source>
        <translation>%1 gewählt</translation>
    </message>
    <message>
        <source>Filled in like “%1”</source>
        <translation>Ausgefüllt wie „%1“</translation>
    </message>
    <message>
        <source>“%1” is chosen</source>
        <translation>„%1“ ist gewählt</translation>
    </message>
    <message>
        <source>What was dropped is set</source>
        <translation>Das Abgelegte ist eingetragen</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::SetupSide</name>
    <message>
        <source>No estimate: the model cannot be read.</source>
        <translation>Keine Schätzung: Das Modell lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Choose a model to see what the run will need.</source>
        <translation>Modell wählen, um den Bedarf des Laufs zu sehen.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::StackedBar</name>
    <message>
        <source>Memory by item</source>
        <translation>Speicher nach Posten</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::StackedChart</name>
    <message>
        <source>At %1</source>
        <translation>Bei %1</translation>
    </message>
    <message>
        <source>Largest at %1</source>
        <translation>Am größten bei %1</translation>
    </message>
    <message>
        <source>together %1</source>
        <translation>zusammen %1</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::StartMenu</name>
    <message>
        <source>A run file…</source>
        <translation>Laufdatei…</translation>
    </message>
    <message>
        <source>The sample that comes with Tunebench</source>
        <translation>Mitgeliefertes Beispiel</translation>
    </message>
    <message>
        <source>A goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>A size of memory</source>
        <translation>Speichergröße</translation>
    </message>
    <message>
        <source>A preset of your own</source>
        <translation>Eigene Vorlage</translation>
    </message>
    <message>
        <source>Remove a preset</source>
        <translation>Vorlage entfernen</translation>
    </message>
    <message>
        <source>The same as an earlier run, but…</source>
        <translation>Wie ein früherer Lauf, aber…</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::StartPanel</name>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Start the run (Ctrl+Return)</source>
        <translation>Lauf starten (Strg+Return)</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Prüfung…</translation>
    </message>
    <message>
        <source>Before it can start</source>
        <translation>Vor dem Start zu klären</translation>
    </message>
    <message>
        <source>Ready to start</source>
        <translation>Startbereit</translation>
    </message>
    <message>
        <source>Ready, with remarks</source>
        <translation>Startbereit, mit Hinweisen</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::StatusLine</name>
    <message>
        <source>No run is active · data in %1</source>
        <translation>Kein Lauf aktiv · Daten in %1</translation>
    </message>
    <message>
        <source> · step %L1 of %L2</source>
        <translation> · Schritt %L1 von %L2</translation>
    </message>
    <message>
        <source> · step %L1</source>
        <translation> · Schritt %L1</translation>
    </message>
    <message>
        <source> · loss %1</source>
        <translation> · Verlust %1</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::StepButton</name>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>with remarks</source>
        <translation>mit Hinweisen</translation>
    </message>
    <message>
        <source>something is missing or wrong</source>
        <translation>etwas fehlt oder ist falsch</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch unbekannt</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::StepMemoryCard</name>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Optimizer states</source>
        <translation>Optimiererzustände</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradienten</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Memory of one step</source>
        <translation>Speicher eines Schritts</translation>
    </message>
    <message>
        <source>What tensors take of memory while one step is computed, by what it is for</source>
        <translation>Was Tensoren an Speicher belegen, während ein Schritt berechnet wird, nach ihrem Zweck</translation>
    </message>
    <message>
        <source>step %L1</source>
        <translation>Schritt %L1</translation>
    </message>
    <message>
        <source>time (ms)</source>
        <translation>Zeit (ms)</translation>
    </message>
    <message>
        <source>time (s)</source>
        <translation>Zeit (s)</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>At %1: %2</source>
        <translation>Bei %1: %2</translation>
    </message>
    <message>
        <source>Peak at %1: %2</source>
        <translation>Spitze bei %1: %2</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::StepStrip</name>
    <message>
        <source>1 example</source>
        <translation>1 Beispiel</translation>
    </message>
    <message>
        <source>%1 examples</source>
        <translation>%1 Beispiele</translation>
    </message>
    <message>
        <source>1 pass</source>
        <translation>1 Durchgang</translation>
    </message>
    <message>
        <source>%1 passes</source>
        <translation>%1 Durchgänge</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 Schritte</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Fits?</source>
        <translation>Passt?</translation>
    </message>
    <message>
        <source>choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
    <message>
        <source>%1 trains %2</source>
        <translation>%1 trainiert %2</translation>
    </message>
    <message>
        <source>needs a model</source>
        <translation>braucht ein Modell</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>check “%1”</source>
        <translation>„%1“ prüfen</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::StudyChoices</name>
    <message>
        <source>No model is chosen yet.</source>
        <translation>Noch kein Modell gewählt.</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Take from Setup</source>
        <translation>Aus „Einrichten“ übernehmen</translation>
    </message>
    <message>
        <source>Model, data, training and precision as Setup holds them now</source>
        <translation>Modell, Daten, Training und Präzision, wie sie jetzt in „Einrichten“ stehen</translation>
    </message>
    <message>
        <source>Fair comparison</source>
        <translation>Fairer Vergleich</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>No methods yet</source>
        <translation>Noch keine Methoden</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Vergleichsbasis</translation>
    </message>
    <message>
        <source>All others are tested against this one. Choose it before the runs: the fewer comparisons, the smaller the difference that can be shown.</source>
        <translation>Alle anderen werden gegen diese Methode getestet. Vor den Läufen wählen: Je weniger Vergleiche, desto kleinere Unterschiede lassen sich nachweisen.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::StudyPage</name>
    <message>
        <source>Study files (%1)</source>
        <translation>Studiendateien (%1)</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Name of the study</source>
        <translation>Name der Studie</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>A study of the same name goes on where it was: runs that are done are not repeated</source>
        <translation>Eine Studie gleichen Namens wird fortgesetzt: Fertige Läufe werden nicht wiederholt</translation>
    </message>
    <message>
        <source>Steps of the study</source>
        <translation>Schritte der Studie</translation>
    </message>
    <message>
        <source>1 Plan</source>
        <translation>1 Plan</translation>
    </message>
    <message>
        <source>2 Queue</source>
        <translation>2 Warteschlange</translation>
    </message>
    <message>
        <source>3 Results</source>
        <translation>3 Ergebnisse</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>A race of eight methods on the sample, three quarters of an hour at most</source>
        <translation>Ein Rennen von acht Methoden mit dem Beispiel, höchstens eine Dreiviertelstunde</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>A study file, or a study of before</source>
        <translation>Studiendatei oder frühere Studie</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Save as a study file, for later or for the command line</source>
        <translation>Als Studiendatei speichern, für später oder für die Befehlszeile</translation>
    </message>
    <message>
        <source>No study yet</source>
        <translation>Noch keine Studie</translation>
    </message>
    <message>
        <source>Its runs stand here in their order once it has been started: they can be moved, paused, left out and tried again.</source>
        <translation>Nach dem Start stehen ihre Läufe hier der Reihe nach: Sie lassen sich verschieben, anhalten, auslassen und erneut versuchen.</translation>
    </message>
    <message>
        <source>Plan a study</source>
        <translation>Studie planen</translation>
    </message>
    <message>
        <source>Nothing measured yet</source>
        <translation>Noch nichts gemessen</translation>
    </message>
    <message>
        <source>What the methods reach and what they cost, tested against the baseline on the same examples, appears here as runs are done.</source>
        <translation>Mit jedem fertigen Lauf erscheint hier, was die Methoden erreichen und was sie kosten, an denselben Beispielen gegen die Vergleichsbasis getestet.</translation>
    </message>
    <message>
        <source>Removed “%1”</source>
        <translation>„%1“ entfernt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>As Setup holds it</source>
        <translation>Wie in „Einrichten“</translation>
    </message>
    <message>
        <source>As it was left</source>
        <translation>Wie zuletzt</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Aus %1</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>The command line runs it too: tunebench-cli study %1</source>
        <translation>Läuft auch von der Befehlszeile aus: tunebench-cli study %1</translation>
    </message>
    <message>
        <source>Study file…</source>
        <translation>Studiendatei…</translation>
    </message>
    <message>
        <source>Open a study file</source>
        <translation>Studiendatei öffnen</translation>
    </message>
    <message>
        <source>Save the study file</source>
        <translation>Studiendatei speichern</translation>
    </message>
    <message>
        <source>As the study was started</source>
        <translation>Wie beim Start der Studie</translation>
    </message>
    <message>
        <source>The study is done</source>
        <translation>Die Studie ist fertig</translation>
    </message>
    <message>
        <source>Show the results</source>
        <translation>Ergebnisse zeigen</translation>
    </message>
    <message>
        <source>The time of the study is used up</source>
        <translation>Die Zeit der Studie ist aufgebraucht</translation>
    </message>
    <message>
        <source>Raise “Time for all” in its plan to go on with it.</source>
        <translation>Zum Fortsetzen „Zeit für alle“ in ihrem Plan erhöhen.</translation>
    </message>
    <message>
        <source>The study is open</source>
        <translation>Die Studie ist geöffnet</translation>
    </message>
    <message>
        <source>“%1” is open</source>
        <translation>„%1“ ist geöffnet</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::StudyPlanModel</name>
    <message>
        <source>~ %1</source>
        <translation>~ %1</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>About %1 a run, by what training of this model took before.</source>
        <translation>Etwa %1 je Lauf, nach der Dauer früherer Trainings dieses Modells.</translation>
    </message>
    <message>
        <source>Not known before a run of this model has been timed.</source>
        <translation>Erst bekannt, wenn die Zeit eines Laufs mit diesem Modell gemessen ist.</translation>
    </message>
    <message>
        <source>It ends after %1 at most.</source>
        <translation>Er endet nach höchstens %1.</translation>
    </message>
    <message>
        <source>%1 (baseline)</source>
        <translation>%1 (Vergleichsbasis)</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>passt</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>zu groß</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>%1 + %2</source>
        <translation>%1 + %2</translation>
    </message>
    <message>
        <source>%1 of %2 parameters</source>
        <translation>%1 von %2 Parametern</translation>
    </message>
    <message>
        <source>Into the memory that is free now</source>
        <translation>Passt in den jetzt freien Speicher</translation>
    </message>
    <message>
        <source>More than is free now: its runs would run out of memory</source>
        <translation>Mehr, als jetzt frei ist: Den Läufen ginge der Speicher aus</translation>
    </message>
    <message>
        <source>Needed arithmetic of a step, compared with the baseline&apos;s</source>
        <translation>Rechenaufwand eines Schritts, verglichen mit dem der Vergleichsbasis</translation>
    </message>
    <message>
        <source>%1 runs of the race, one a seed; before them %2 short tries of learning rates</source>
        <translation>%1 Läufe des Rennens, einer je Seed; davor %2 kurze Probeläufe mit Lernraten</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Passt</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>A run</source>
        <translation>Je Lauf</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::StudyQueueModel</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Untrained model</source>
        <translation>Untrainiertes Modell</translation>
    </message>
    <message>
        <source>Rate search</source>
        <translation>Ratensuche</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 Schritte</translation>
    </message>
    <message>
        <source>Best validation loss of the short run</source>
        <translation>Bester Validierungsverlust des Probelaufs</translation>
    </message>
    <message>
        <source>Loss on the held-out data</source>
        <translation>Verlust auf den zurückgehaltenen Daten</translation>
    </message>
    <message>
        <source>Of loading, training and measuring</source>
        <translation>Für Laden, Training und Messung</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::TestsView</name>
    <message>
        <source>Tests against the baseline</source>
        <translation>Tests gegen die Vergleichsbasis</translation>
    </message>
    <message>
        <source>There is nothing to test: a single run, or seeds of a single experiment.</source>
        <translation>Es gibt nichts zu testen: ein einzelner Lauf oder Seeds eines einzigen Experiments.</translation>
    </message>
    <message>
        <source>These runs cannot be tested against the baseline: a test needs the loss of each held-out example, of the same examples for each run. Studies measure that for all of their runs.</source>
        <translation>Diese Läufe lassen sich nicht gegen die Vergleichsbasis testen: Ein Test braucht von jedem Lauf den Verlust auf jedem zurückgehaltenen Beispiel, stets auf denselben Beispielen. Studien messen das bei allen ihren Läufen.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::TokenBars</name>
    <message>
        <source>Probabilities of the token that is pointed at</source>
        <translation>Wahrscheinlichkeiten des Tokens, auf das gezeigt wird</translation>
    </message>
    <message>
        <source>Point at a token of an answer, or go there with the arrow keys: how likely it was, and what else could have stood there.</source>
        <translation>Auf ein Token einer Antwort zeigen oder mit den Pfeiltasten dorthin gehen: wie wahrscheinlich es war und was dort sonst hätte stehen können.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::TokenCard</name>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Amber: below 50 %. Red: below 10 %.</source>
        <translation>Orange: unter 50 %. Rot: unter 10 %.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::TokenView</name>
    <message>
        <source>Tokens of an example</source>
        <translation>Token eines Beispiels</translation>
    </message>
    <message>
        <source>token %1, learned</source>
        <translation>Token %1, gelernt</translation>
    </message>
    <message>
        <source>token %1, only read</source>
        <translation>Token %1, nur gelesen</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::TradeOffView</name>
    <message>
        <source>Quality</source>
        <translation>Güte</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>against</source>
        <translation>gegen</translation>
    </message>
    <message>
        <source>Log cost</source>
        <translation>Aufwand log.</translation>
    </message>
    <message>
        <source>Logarithmic axis of the cost</source>
        <translation>Logarithmische Achse des Aufwands</translation>
    </message>
    <message>
        <source>Trade-off of the compared runs</source>
        <translation>Abwägung der verglichenen Läufe</translation>
    </message>
    <message>
        <source>No run has values of both</source>
        <translation>Kein Lauf hat Werte für beides</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>Abwägung</translation>
    </message>
    <message>
        <source>Dashed: the front. No other run costs less and is better.</source>
        <translation>Gestrichelt: die Front. Kein anderer Lauf ist zugleich günstiger und besser.</translation>
    </message>
    <message>
        <source>Bars: standard deviation over the seeds.</source>
        <translation>Balken: Standardabweichung über die Seeds.</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::UndoActions</name>
    <message>
        <source>Undo the last change of the run</source>
        <translation>Letzte Änderung am Lauf rückgängig machen</translation>
    </message>
    <message>
        <source>Redo what was undone in the run</source>
        <translation>Rückgängig gemachte Änderung am Lauf wiederholen</translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ViewMenu</name>
    <message>
        <source>Columns…</source>
        <translation>Spalten…</translation>
    </message>
    <message>
        <source>Standard view</source>
        <translation>Standardansicht</translation>
    </message>
    <message>
        <source>Save view…</source>
        <translation>Ansicht speichern…</translation>
    </message>
    <message>
        <source>Delete view “%1”</source>
        <translation>Ansicht „%1“ löschen</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Aufsteigend</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Absteigend</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Keine Gruppen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Current runs</source>
        <translation>Aktuelle Läufe</translation>
    </message>
    <message>
        <source>Archived runs too</source>
        <translation>Auch archivierte Läufe</translation>
    </message>
    <message>
        <source>Deleted runs</source>
        <translation>Gelöschte Läufe</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>Aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>Absteigend sortieren</translation>
    </message>
    <message>
        <source>Group by it</source>
        <translation>Danach gruppieren</translation>
    </message>
    <message>
        <source>Pinned at the left</source>
        <translation>Links angeheftet</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
</context>
</TS>
